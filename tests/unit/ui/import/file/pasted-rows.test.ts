import { describe, expect, it } from 'vitest';
import { pastedRows, withHeader } from '#lib/ui/import/file/pasted-rows.ts';

describe('pasted rows', () => {
  it('become a file of tab-separated text, with the header put above when it is missing', async () => {
    const source = pastedRows('Ada\tada@example.com\tSample1%', 'Pasted rows');
    expect(source?.name).toBe('Pasted rows.tsv');
    const whole = source && (await withHeader(source, 'agents-workbook').bytes.text());
    expect(whole).toBe('Name\tEmail\tPassword\r\nAda\tada@example.com\tSample1%');
  });

  it('are none when nothing was copied', () => {
    expect(pastedRows(' \r\n', 'Pasted rows')).toBeNull();
  });
});
