import { useState } from 'react';
import { paperWords } from '../message/paper/paper-words.ts';
import type { Lang } from '../ui/format.ts';
import { PaperButton } from './PaperButton.tsx';
import type { PaperAsked } from './use-paper.ts';

/** A button for a paper that is made in colour, or in black and white where that is ticked. */
export function InkPaperButton({ asked, ...given }: PaperAsked & { title: string; lang: Lang }) {
  const [grey, setGrey] = useState(false);
  return (
    <PaperButton {...given} asked={{ ...asked, ink: grey ? 'grey' : 'colour' }}>
      <label>
        <input
          type="checkbox"
          data-part={`grey-${given.kind}`}
          checked={grey}
          onChange={({ target }) => setGrey(target.checked)}
        />
        {paperWords(given.lang).grey}
      </label>
    </PaperButton>
  );
}
