/** Who may be on which page, and where they are taken instead. Addresses are route ids with their query. */
import type { Role } from '#lib/domain/person.ts';

export type Visitor =
  | { readonly kind: 'no-organization' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly role: Role };

export interface Place {
  /** As SvelteKit names it, without a slash at its end: '/organization'. null for an address that is no page. */
  readonly route: string | null;
  /** With its '?', or ''. */
  readonly search: string;
}

const NEXT = 'next';

/** Where the service worker takes whoever asks for an address that is none. */
export const NOT_FOUND = '/not-found';

/** The pages a technician has (specification: Passwords). */
const TECHNICIANS_PAGES: readonly (string | null)[] = ['/account'];

/** The pages that only a Master Administrator has. */
const MASTERS_PAGES: readonly (string | null)[] = ['/settings', '/audit', '/import-technicians'];

/** null: stay. Otherwise the address, under the app's base path, that the visitor belongs at. */
export function redirection(visitor: Visitor, place: Place): string | null {
  if (place.route === NOT_FOUND) return null;
  switch (visitor.kind) {
    case 'no-organization':
      return place.route === '/set-up' ? null : '/set-up/';
    case 'signed-out':
      return place.route === '/sign-in' ? null : `/sign-in/${rememberPlace(place)}`;
    case 'signed-in': {
      const home = visitor.role === 'technician' ? '/account/' : '/organization/';
      if (place.route === '/sign-in') return wantedPlace(place.search) ?? home;
      if (place.route === '/' || place.route === '/set-up') return home;
      if (visitor.role === 'administrator' && MASTERS_PAGES.includes(place.route)) return home;
      if (visitor.role === 'technician' && !TECHNICIANS_PAGES.includes(place.route)) return home;
      return null;
    }
  }
}

function rememberPlace(place: Place): string {
  if (place.route === null || place.route === '/' || place.route === '/set-up') return '';
  return `?${new URLSearchParams({ [NEXT]: `${place.route}/${place.search}` })}`;
}

/** Only ever a page of this app, whatever somebody wrote into the address. */
function wantedPlace(search: string): string | null {
  const next = new URLSearchParams(search).get(NEXT);
  return next !== null && /^\/[a-z-]+\/(\?[^#]*)?$/.test(next) ? next : null;
}
