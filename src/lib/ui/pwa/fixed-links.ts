/**
 * Writes out the addresses of the manifest and the icons while the page still stands where the host served it: they are
 * relative to it, and a change of page without a reload would move them along.
 */
export function fixLinks(): void {
  const links = document.querySelectorAll<HTMLLinkElement>(
    'link[rel="manifest"], link[rel~="icon"], link[rel="apple-touch-icon"]'
  );
  for (const link of links) link.setAttribute('href', link.href);
}
