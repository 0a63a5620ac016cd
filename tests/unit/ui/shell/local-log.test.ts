import { describe, expect, it } from 'vitest';
import { logEntry, withoutPersonalData } from '#lib/ui/shell/local-log.ts';

describe('the local log', () => {
  it('holds no emails, quoted words, long numbers or queries', () => {
    const kept = withoutPersonalData(
      'cannot read "Ada Lindqvist" <ada@northwind.example> of 4711234 at /organization/?select=group-9'
    );
    expect(kept).not.toMatch(/Ada|northwind|4711234|select/);
    expect(kept).toContain('cannot read');
  });

  it('keeps what a developer needs', () => {
    const entry = logEntry(new TypeError('x is undefined'), '/organization', new Date(0));
    expect(entry).toMatchObject({
      at: '1970-01-01T00:00:00.000Z',
      place: '/organization',
      what: 'TypeError: x is undefined'
    });
    expect(entry.stack).toMatch(/local-log\.test/);
  });

  it('takes whatever was thrown', () => {
    expect(logEntry(undefined, '?', new Date(0)).what).toBe('Error: undefined');
  });
});
