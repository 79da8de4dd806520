import { paperWords } from '../message/paper/paper-words.ts';
import type { Lang } from '../ui/format.ts';
import { InkPaperButton } from './InkPaperButton.tsx';

interface AtlasProps {
  lang: Lang;
  asOf: string | null;
  /** Which places, as `atlasAsked` on the server says. */
  of: { villages: string[] } | { town: string } | { layer: string; classes: string[]; town?: string } | object;
}

/** 图册 — has a page a place made, with a square code of each place's address. */
export function AtlasButton({ lang, asOf, of }: AtlasProps) {
  const asked = { ...of, address: window.location.origin };
  return <InkPaperButton kind="atlas" title={paperWords(lang).atlas} {...{ lang, asOf, asked }} />;
}
