import { strFromU8, unzipSync } from 'fflate';

/** What a .docx says: its paragraphs outside tables, the rows of its tables, how often a header row is repeated, and its foot. */
export interface ReadDocx {
  paragraphs: string[];
  headings: string[];
  tables: string[][][];
  repeatedHeaders: number;
  foot: string;
  xml: string;
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const textOf = (xml: string) =>
  unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
const parts = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map(([part]) => part);

/** Reads a .docx as Word would show it. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const outside = xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '');
  const foot = Object.keys(files).find((name) => /^word\/footer\d*\.xml$/.test(name));
  return {
    paragraphs: parts(outside, 'p').map(textOf),
    headings: parts(outside, 'p')
      .filter((part) => /w:pStyle w:val="Heading/.test(part))
      .map(textOf),
    tables: [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
      parts(table, 'tr').map((row) => parts(row, 'tc').map(textOf)),
    ),
    repeatedHeaders: xml.match(/<w:tblHeader\/>/g)?.length ?? 0,
    foot: textOf(strFromU8(files[foot ?? ''] ?? new Uint8Array())),
    xml,
  };
}
