import type { HandleClientError } from '@sveltejs/kit';
import { fixLinks } from '#lib/ui/pwa/fixed-links.ts';
import { guardScripts } from '#lib/ui/pwa/trusted-scripts.ts';
import { keepInLog, logEntry } from '#lib/ui/shell/local-log.ts';

guardScripts();
fixLinks();

/** The page's own door for what nobody expected: it is kept on this device, and the error page offers a way on. */
export const handleError: HandleClientError = ({ error, event, status, message }) => {
  if (status !== 404) keepInLog(logEntry(error, event.route.id ?? '?', new Date()));
  return { message };
};

addEventListener('unhandledrejection', ({ reason }) => {
  if (reason instanceof DOMException && reason.name === 'AbortError') return;
  keepInLog(logEntry(reason, location.pathname, new Date()));
});
