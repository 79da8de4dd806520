import { useState } from 'react';
import { paperWords } from '../message/paper-words.ts';
import type { Lang } from '../ui/format.ts';
import { PaperButton } from './PaperButton.tsx';
import './paper.css';

interface AtlasProps {
  lang: Lang;
  asOf: string | null;
  /** Which places, as `atlasAsked` on the server says. */
  of: { villages: string[] } | { town: string } | { layer: string; classes: string[]; town?: string } | object;
}

/** 图册 — has a page a place made, with a square code of each place's address; in black and white where asked. */
export function AtlasButton({ lang, asOf, of }: AtlasProps) {
  const words = paperWords(lang);
  const [grey, setGrey] = useState(false);
  const asked = { ...of, ink: grey ? 'grey' : 'colour', address: window.location.origin };
  return (
    <span className="atlas-button">
      <PaperButton kind="atlas" title={words.atlas} {...{ lang, asOf, asked }} />
      <label>
        <input type="checkbox" checked={grey} onChange={({ target }) => setGrey(target.checked)} />
        {words.grey}
      </label>
    </span>
  );
}
