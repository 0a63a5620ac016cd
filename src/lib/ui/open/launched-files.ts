import type { SourceFile } from '#lib/import/road.ts';

/** What TypeScript does not know yet: https://wicg.github.io/web-app-launch/#launchqueue-interface */
interface LaunchQueue {
  setConsumer(consume: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

declare global {
  interface Window {
    readonly launchQueue?: LaunchQueue;
  }
}

/** Hears of each file with which the system opens the installed app; browsers without that never call back. */
export function onLaunchedFile(take: (source: SourceFile, more: number) => void): void {
  window.launchQueue?.setConsumer(({ files = [] }) => {
    const [first] = files;
    if (first) void first.getFile().then((bytes) => take({ name: bytes.name, bytes }, files.length - 1), reportError);
  });
}
