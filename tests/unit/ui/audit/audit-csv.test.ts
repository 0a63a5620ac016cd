import { expect, it } from 'vitest';
import { line } from '#lib/ui/audit/audit-csv.ts';

it('quotes what CSV would take apart, and leaves nothing that a spreadsheet would run', () => {
  expect(line(['Ada', 'a, b', 'say "hi"', 'two\nlines'])).toBe('Ada,"a, b","say ""hi""","two\nlines"\r\n');
  expect(line(['=1+1', '+1', '-1', '@x', '\tx', 'a=1'])).toBe("'=1+1,'+1,'-1,'@x,'\tx,a=1\r\n");
});
