import { type ReactNode, useState } from 'react';
import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

const heights = ['low', 'half', 'full'] as const;

/** 抽屉 — on a phone the panel lies over the lower part of the map in one of three heights, by two buttons; elsewhere it stands at the side. */
export function Sheet({ lang, children }: { lang: Lang; children: ReactNode }) {
  const words = wordsOf(lang);
  const [at, setAt] = useState(1);
  const step = (by: 1 | -1) => setAt(Math.max(0, Math.min(heights.length - 1, at + by)));
  return (
    <div className="side card" data-part="sheet" data-height={heights[at]}>
      <div className="sheet-handle">
        <button type="button" aria-label={words.sheetLower} disabled={at === 0} onClick={() => step(-1)}>
          <Icon name="down" />
        </button>
        <button
          type="button"
          aria-label={words.sheetRaise}
          disabled={at === heights.length - 1}
          onClick={() => step(1)}
        >
          <Icon name="up" />
        </button>
      </div>
      {children}
    </div>
  );
}
