import { describe, expect, it } from 'vitest';
import { filteredImports, listFilters } from '#lib/ui/imports/list-filters.ts';
import { importRecord } from './made-up.ts';

const undone = { at: 1, actorId: 1, actorName: 'Ada', removed: 1, restored: 0, kept: 0 };
const records = [
  importRecord({ importId: 1, fileName: 'Őszi lista.csv', failed: 0 }),
  importRecord({ importId: 2, kind: 'agents-workbook', groupName: 'Europe', undone })
];

describe('the filters of the history', () => {
  it('count what they would show, and those of nothing are absent', () => {
    expect(listFilters(records).map(({ id, count }) => `${id} ${count}`)).toEqual([
      'all 2',
      'agents-workbook 1',
      'technicians-file 1',
      'failed 1',
      'undone 1'
    ]);
    expect(listFilters(records.slice(0, 1)).map(({ id }) => id)).toEqual(['all', 'technicians-file']);
  });

  it('find by a part of the file, the group or the person, without regard to case and accents', () => {
    const found = (typed: string) => filteredImports(records, 'all', typed).map(({ importId }) => importId);
    expect(found('oszi')).toEqual([1]);
    expect(found(' EUROPE ')).toEqual([2]);
    expect(found('ada')).toEqual([1, 2]);
    expect(filteredImports(records, 'undone', 'oszi')).toEqual([]);
  });
});
