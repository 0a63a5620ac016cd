import { asset } from '$app/paths';

/** Held, shared, by every tab whose work a reload would lose; see [Note: a new version waits]. */
const UNSAVED_WORK = 'muster-unsaved-work';

/**
 * The copy of the app that is kept on this device: whether it is complete, and whether a newer one waits.
 * [Note: a new version waits] Two versions in two tabs would share one database, so a new one takes over all tabs
 * at once: when the person says so, and never while any tab reads, writes or holds an edited preview.
 */
class OfflineCopy {
  /** True once, on the visit in which the app became complete on this device. */
  becameReady = $state(false);
  /** A newer version is here and waits. */
  updateWaits = $state(false);
  /** Another tab took the new version over: this one still runs the old. */
  outdated = $state(false);

  #registration: ServiceWorkerRegistration | undefined;
  #reloading = false;

  /** Begins to keep the app on this device. Does nothing where the browser, or an insecure address, has no way to. */
  async begin(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    let controlled = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#reloading) location.reload();
      else if (controlled) this.outdated = true;
      controlled = true;
    });
    const registration = await navigator.serviceWorker.register(asset('/sw.js')).catch(() => undefined);
    if (registration === undefined) return;
    this.#registration = registration;
    if (registration.waiting) this.updateWaits = true;
    this.#follow(registration);
    registration.addEventListener('updatefound', () => this.#follow(registration));
  }

  #follow({ installing, active }: ServiceWorkerRegistration): void {
    const isFirst = active === null;
    if (!installing) return;
    // One handler: the same worker is met after register() and again in `updatefound`.
    installing.onstatechange = () => {
      if (installing.state === 'installed' && !isFirst) this.updateWaits = true;
      if (installing.state === 'activated' && isFirst) this.becameReady = true;
    };
  }

  /** Looks for a newer version: browsers ask by themselves only when a page is opened. */
  async look(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  /** Changes to the new version and reloads. Says 'busy' where another tab has work that would be lost. */
  async takeOver(): Promise<'reloading' | 'busy'> {
    return navigator.locks.request(UNSAVED_WORK, { ifAvailable: true }, (lock) => {
      if (lock === null) return 'busy';
      this.#reloading = true;
      if (this.#registration?.waiting) this.#registration.waiting.postMessage({ type: 'SKIP_WAITING' });
      else location.reload();
      return 'reloading';
    });
  }

  /** Keeps a new version from taking over until the function that it gives is called. */
  holdBack(): () => void {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(UNSAVED_WORK, { mode: 'shared' }, () => held);
    return release;
  }
}

export const offlineCopy = new OfflineCopy();
