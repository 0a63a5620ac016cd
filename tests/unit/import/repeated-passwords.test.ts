import { describe, expect, test } from 'vitest';
import { passwordColumns } from '#lib/import/password-columns.ts';
import type { ImportRequest, SourceFile } from '#lib/import/road.ts';
import { maskedSource } from '#lib/worker/masked-source.ts';
import { workbookOf } from './agents-workbook.ts';
import { cellsOf } from './cells-of.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { committed } from './committed.ts';
import { plannedOf, resultOf } from './technicians-file.ts';

const MATCHED: Partial<ImportRequest> = {
  kind: 'agents-workbook',
  groupId: 5,
  matching: { name: 0, email: 1, password: 2 }
};

const HEADER = ['Name', 'Email', 'Password', 'Repeat password', 'Notes'];
const ROWS = [
  ['Ana', 'ana@example.com', 'Sample12', 'Sample12', 'starts in May'],
  ['Ben', 'ben@example.com', 'Sample34', '', 'Sample34']
];
const MASK = '••••••••';

async function importedFrom(source: SourceFile) {
  const store = new FakeOrgStore();
  const planned = await plannedOf(source, store, MATCHED);
  const masked = await maskedSource(planned, new AbortController().signal);
  const importId = await committed(planned, store, masked);
  return { store, planned, importId, kept: store.imports.get(importId) };
}

const csv = (separator: string): SourceFile => ({
  name: 'agents.csv',
  bytes: new Blob([[HEADER, ...ROWS].map((row) => `${row.join(separator)}\r\n`).join('')])
});

test.each([
  ['Repeat password', true],
  ['PASSWORT', true],
  ['Passwort wiederholen', true],
  ['Confirm Pwd', true],
  ['Pass', true],
  ['Pass (again)', true],
  ['Kennwort', true],
  ['Mot de passe', true],
  ['CONTRASEÑA', true],
  ['Passport', false],
  ['Notes', false],
  ['', false]
])('the header %s is like Password: %s', (header, expected) => {
  expect(passwordColumns([header], {})).toEqual(expected ? [0] : []);
});

test('a column that was matched to another is no password, whatever it is called', () => {
  expect(passwordColumns(['Password', 'Password owner', 'Secret'], { name: 1, password: 2 })).toEqual([2, 0]);
});

describe('a password that its row repeats', () => {
  test('is not in the rows that are kept, nor in a password column of the workbook that is', async () => {
    const { store, importId, kept } = await importedFrom(
      await workbookOf([HEADER.slice(0, 4), ...ROWS.map((row) => row.slice(0, 4))])
    );
    expect(JSON.stringify(kept?.rows)).not.toContain('Sample');
    expect(await cellsOf(kept?.source ?? new Blob())).toEqual([
      HEADER.slice(0, 4),
      ['Ana', 'ana@example.com', MASK, MASK],
      ['Ben', 'ben@example.com', MASK, '']
    ]);
    expect(JSON.stringify(await cellsOf((await resultOf(importId, store, 'xlsx')).bytes))).not.toContain('Sample');
  });

  test('is dots in the result after a restart, in any column, and an empty cell stays empty', async () => {
    const { store, importId, kept } = await importedFrom(csv(';'));
    expect(JSON.stringify(kept?.rows)).not.toContain('Sample');
    expect(await (await resultOf(importId, store)).bytes.text()).toBe(
      [
        'Name;Email;Password;Repeat password;Notes;Result',
        `Ana;ana@example.com;${MASK};${MASK};starts in May;Created`,
        `Ben;ben@example.com;${MASK};;${MASK};Created`,
        ''
      ].join('\r\n')
    );
  });

  test('is dots in the result at once, where that was asked', async () => {
    const { store, planned } = await importedFrom(csv(';'));
    const text = await (await resultOf(planned, store, 'same', true)).bytes.text();
    expect(text).toContain(`Ben;ben@example.com;${MASK};;${MASK};Created`);
    expect(await (await resultOf(planned, store, 'same', false)).bytes.text()).toContain('Sample12;Sample12');
  });

  test('is in no kept row either, where another was typed into the preview in its place', async () => {
    const store = new FakeOrgStore();
    const planned = await plannedOf(csv(';'), store, MATCHED);
    planned.plan.edit(0, 'password', 'Sample78');
    planned.plan.edit(1, 'password', 'Sample12');
    const importId = await committed(planned, store);
    expect(JSON.stringify(store.imports.get(importId)?.rows)).not.toContain('Sample');
  });

  test('is dots in JSON whose keys differ by their case only', async () => {
    const items = [{ Name: 'Ana', Email: 'ana@example.com', Password: 'Sample12', password: 'Sample12' }];
    const { store, importId, kept } = await importedFrom({
      name: 'agents.json',
      bytes: new Blob([JSON.stringify(items)])
    });
    expect(JSON.stringify(kept?.rows)).not.toContain('Sample');
    const masked = [{ ...items[0], Password: MASK, password: MASK }];
    expect(JSON.parse((await kept?.source?.text()) ?? '')).toEqual(masked);
    expect(JSON.parse(await (await resultOf(importId, store)).bytes.text())).toEqual([
      { ...masked[0], Result: 'Created' }
    ]);
  });
});

test('a file that cannot be masked is not kept, and the bug is said without ending the thread', async () => {
  const items = [{ Name: 'Ana', Email: 'ana@example.com', Password: 'Sample12' }];
  const source = { name: 'agents.json', bytes: new Blob([JSON.stringify(items)]) };
  const planned = await plannedOf(source, new FakeOrgStore(), { kind: 'agents-workbook', groupId: 5 });
  const broken = { ...planned, source: { name: 'agents.json', bytes: null as unknown as Blob } };
  let faults = 0;
  expect(await maskedSource(broken, new AbortController().signal, () => faults++)).toBeNull();
  expect(faults).toBe(1);
});
