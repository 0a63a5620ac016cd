// Every page is made in the browser from IndexedDB; the build only writes its empty shell.
export const prerender = true;
export const ssr = false;
export const trailingSlash = 'always';
