/**
 * What went wrong, kept on this device only, for the person to copy into a report. It holds no personal data: of a
 * message everything in quotes, every email and every number is left out, and addresses lose their query.
 */
const KEY = 'muster.log';
const KEPT = 20;

interface LogEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly place: string;
  readonly what: string;
  readonly stack: string;
}

export function withoutPersonalData(text: string): string {
  return text
    .replace(/\S+@\S+/g, '<email>')
    .replace(/(["'`‘“«]).*?(["'`’”»])/g, '$1…$2')
    .replace(/\?[^\s:)]*/g, '')
    .replace(/\d{3,}/g, '#');
}

export function logEntry(error: unknown, place: string, at: Date): LogEntry {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s*at |@.*:\d+:\d+$/.test(line));
  const trimmed = frames.slice(0, 8).map((line) => line.trim().replace(/\?[^:)]*/g, ''));
  return {
    at: at.toISOString(),
    place,
    what: `${thrown.name}: ${withoutPersonalData(thrown.message)}`,
    stack: trimmed.join('\n')
  };
}

/** Newest last. Never throws: a full or forbidden store must not hide the first error. */
export function keepInLog(entry: LogEntry): void {
  try {
    const kept = [...readLog(), entry].slice(-KEPT);
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Nothing more can be done here, and nobody is helped by a second failure.
  }
}

export function readLog(): LogEntry[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is LogEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['at', 'place', 'what', 'stack'].every((field) => typeof Reflect.get(value, field) === 'string')
  );
}
