import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EmailIndex } from '#lib/import/4-plan/email-index.ts';

const keys = ['a@x.org', 'b@x.org', 'c@x.org', 'agent.1@example.org'];
const change = fc.record({ row: fc.nat({ max: 30 }), key: fc.constantFrom(...keys, null) });

test('an email index knows who has which email, and whose being alone a change ends or begins', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const held = new Map<number, string>();
      const index = new EmailIndex((row) => held.get(row) ?? 'nobody');
      const rowsOf = (key: string) => [...held.keys()].filter((row) => held.get(row) === key).sort((a, b) => a - b);
      for (const { row, key } of changes) {
        const before = held.get(row);
        if (before !== undefined) {
          const changed = index.remove(before, row);
          held.delete(row);
          const left = rowsOf(before);
          expect([...changed].sort((a, b) => a - b)).toEqual(
            left.length === 0 ? [] : [row, ...(left.length === 1 ? left : [])].sort((a, b) => a - b)
          );
        }
        if (key === null) continue;
        const others = rowsOf(key);
        held.set(row, key);
        const changed = [...index.add(key, row)].sort((a, b) => a - b);
        expect(changed).toEqual(
          others.length === 0 ? [] : [row, ...(others.length === 1 ? others : [])].sort((a, b) => a - b)
        );
      }
      for (const key of keys) expect(index.rows(key)).toEqual(rowsOf(key));
    })
  );
});

test('an email index finds each of many emails again, after they left and came back', () => {
  const key = (row: number): string => `agent.${row}@example.org`;
  const index = new EmailIndex(key);
  const rows = Array.from({ length: 5000 }, (_, row) => row);
  for (let round = 0; round < 3; round++) {
    expect(rows.flatMap((row) => index.add(key(row), row))).toEqual([]);
    expect(rows.map((row) => index.rows(key(row)))).toEqual(rows.map((row) => [row]));
    expect(rows.flatMap((row) => index.remove(key(row), row))).toEqual([]);
    expect(index.rows(key(7))).toEqual([]);
  }
});

test('an email index follows very many rows of one email that all go and come back, from either end', () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => row);
  const falling = rows.toReversed();
  const index = new EmailIndex(() => 'same@x.org');
  const add = (row: number) => index.add('same@x.org', row).length;
  const remove = (row: number) => index.remove('same@x.org', row).length;
  for (const [coming, going] of [
    [rows, rows],
    [falling, falling],
    [rows, falling],
    [falling, rows]
  ] as const) {
    expect(coming.reduce((changed, row) => changed + add(row), 0)).toBe(rows.length);
    expect(index.rows('same@x.org')).toEqual(rows);
    expect(going.slice(0, 60_000).reduce((changed, row) => changed + remove(row), 0)).toBe(60_000);
    expect(index.rows('same@x.org')).toEqual(going.slice(60_000).toSorted((a, b) => a - b));
    expect(going.slice(0, 60_000).reduce((changed, row) => changed + add(row), 0)).toBe(60_000);
    expect(index.rows('same@x.org')).toEqual(rows);
    expect(going.reduce((changed, row) => changed + remove(row), 0)).toBe(rows.length);
  }
});
