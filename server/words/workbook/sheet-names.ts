/** Most characters of a sheet's name, in UTF-16 units as Excel counts. */
const most = 31;

/** What a sheet is to be called; `tail` is what tells it from its neighbours and is never cut. */
export interface WantedName {
  name: string;
  tail?: string;
}

/**
 * 工作表名 — names as Excel takes them, in the order given: without the signs it forbids, nor an apostrophe at either end, at most 31 units, cut
 * between characters, each once. Upper and lower case, and wide and narrow letters, count as one. Source: Microsoft, Rename a worksheet.
 */
export function sheetNames(wanted: WantedName[]): string[] {
  const taken = new Set(['history']);
  return wanted.map(({ name, tail = '' }) => {
    const [head, end] = [legal(name) || 'Sheet', legal(tail)];
    for (let number = 1; ; number++) {
      const rest = [...(number > 1 ? [String(number)] : []), ...(end ? [end] : [])].map((part) => ` ${part}`).join('');
      const shown = `${cut(head, most - rest.length)}${rest}`;
      const folded = shown.normalize('NFKC').toLowerCase();
      if (taken.has(folded)) continue;
      taken.add(folded);
      return shown;
    }
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML and Excel refuse
const forbidden = /[\\/?*[\]:\u0000-\u001f\u007f\ufffe\uffff]/g;

const legal = (name: string) => bare(name.toWellFormed().replaceAll('\ufffd', '').replace(forbidden, ' '));
const bare = (name: string) => name.replace(/^['\s]+|['\s]+$/g, '');

function cut(name: string, room: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (kept.length + segment.length > room) break;
    kept += segment;
  }
  return bare(kept);
}
