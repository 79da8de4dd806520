/** Encoding decided for a table's text; `basis` says on what, `wrongHint` names a .cpg or language byte the bytes contradict. */
export interface TextEncoding {
  label: string;
  basis: 'ascii' | 'bytes' | 'cpg' | 'language-byte' | 'guess';
  wrongHint: string | null;
}

const languageBytes: Record<number, string> = {
  3: 'windows-1252',
  87: 'windows-1252',
  88: 'windows-1252',
  77: 'gb18030',
  122: 'gb18030',
  79: 'big5',
  120: 'big5',
  19: 'shift_jis',
  123: 'shift_jis',
  78: 'euc-kr',
  121: 'euc-kr',
  124: 'windows-874',
  38: 'ibm866',
  101: 'ibm866',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
  100: 'windows-1250',
};

const cpgNames: [RegExp, string][] = [
  [/^utf-?8$|^65001$/, 'utf-8'],
  [/^utf-?16(le)?$|^1200$/, 'utf-16le'],
  [/^(cp)?936$|^gbk$|^gb-?2312$|^gb-?18030$|^54936$/, 'gb18030'],
  [/^(cp)?950$|^big-?5$/, 'big5'],
  [/^(cp)?932$|^shift-?_?jis$|^sjis$/, 'shift_jis'],
  [/^(cp)?949$|^euc-?kr$/, 'euc-kr'],
  [/^euc-?jp$/, 'euc-jp'],
  [/^(cp)?874$/, 'windows-874'],
  [/^koi8-?r$/, 'koi8-r'],
  [/^koi8-?u$/, 'koi8-u'],
  [/^(cp)?866$/, 'ibm866'],
  [/^(ansi|cp|windows-?)?125([0-8])$/, 'windows-125$2'],
  [/^(iso-?)?8859-?1$|^88591$|^latin-?1$/, 'windows-1252'],
  [/^(iso-?)?8859-?2$|^88592$|^latin-?2$/, 'iso-8859-2'],
  [/^(iso-?)?8859-?(\d{1,2})$/, 'iso-8859-$2'],
];

/** Label for TextDecoder of what a .cpg says, e.g. `ANSI 1250` or `936`; null when it says nothing known. */
export function encodingOfCpg(text: string): string | null {
  const word = text.trim().toLowerCase().replaceAll(' ', '');
  for (const [pattern, label] of cpgNames) {
    const match = pattern.exec(word);
    if (match) return label.replace('$2', match[2] ?? '');
  }
  return null;
}

/**
 * Decides the encoding from the bytes themselves: valid UTF-8 with non-ASCII is UTF-8; else what .cpg or language byte say if the bytes
 * allow it; else GB18030 when the bytes come in Chinese pairs, and Windows-1252 when they do not.
 */
export function decideEncoding(texts: Uint8Array[], hints: { cpg: string | null; languageByte: number }): TextEncoding {
  const fromCpg = hints.cpg === null ? null : encodingOfCpg(hints.cpg);
  const fromByte = languageBytes[hints.languageByte] ?? null;
  const telling = texts.filter((text) => text.some((byte) => byte >= 0x80));
  if (fromCpg === 'utf-16le') return { label: fromCpg, basis: 'cpg', wrongHint: null };
  if (telling.length === 0) return { label: 'utf-8', basis: 'ascii', wrongHint: null };
  const wrong = (label: string) => {
    if (fromCpg && fromCpg !== label) return (hints.cpg as string).trim();
    return null;
  };
  if (telling.every((text) => decodes(text, 'utf-8')))
    return { label: 'utf-8', basis: 'bytes', wrongHint: wrong('utf-8') };
  const chinese = chinesePairShare(telling) > 0.7;
  for (const [label, basis] of [
    [fromCpg, 'cpg'],
    [fromByte, 'language-byte'],
  ] as const) {
    if (label === null || label === 'utf-8') continue;
    if (label === 'windows-1252' && chinese) continue;
    if (telling.every((text) => decodes(text, label))) return { label, basis, wrongHint: wrong(label) };
  }
  const label = chinese ? 'gb18030' : 'windows-1252';
  return { label, basis: 'guess', wrongHint: wrong(label) };
}

/** Whether bytes decode; a character cut at the end of its column is no fault. */
function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Share of high bytes that stand in pairs as GBK writes them. A high byte before a plain letter speaks for a Western encoding: GBK's own
 * characters of that form are rare in names. A lone one at the very end may be a cut character and says nothing.
 */
function chinesePairShare(texts: Uint8Array[]): number {
  let paired = 0;
  let lone = 0;
  for (const bytes of texts) {
    for (let i = 0; i < bytes.length; i++) {
      if ((bytes[i] as number) < 0x81) continue;
      const trail = bytes[i + 1];
      if (trail === undefined) continue;
      if (trail >= 0x80) {
        paired++;
        i++;
      } else lone++;
    }
  }
  return paired === 0 ? 0 : paired / (paired + lone);
}

/** Text of bytes in a decided encoding, a character cut at the end left out. */
export function decodeText(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes, { stream: true }).trim();
}

/** GeoJSON, .prj and the like: UTF-8 with or without mark, UTF-16 by its mark, GB18030 otherwise. */
export function decodeFile(bytes: Uint8Array): { text: string; label: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), label: 'utf-16le' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), label: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), label: 'gb18030' };
  }
}
