import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { stageWords } from '../message/stage-words.ts';
import type { Lang } from '../ui/format.ts';
import { onScroll } from './scroll.ts';

/** Share of its height a long text goes on by: a line or two stays in sight. */
const step = 0.8;

/** 文字 — what an item says; where it is longer than its room it is scrolled by key, and says so. */
export function StageText({ text, lang }: { text: string; lang: Lang }) {
  const box = useRef<HTMLParagraphElement>(null);
  const [isLong, setLong] = useState(false);
  useLayoutEffect(() => {
    const held = box.current;
    if (!held) return;
    const measure = () => setLong(held.scrollHeight > held.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(held);
    return () => observer.disconnect();
  });
  useEffect(() => onScroll((by) => box.current?.scrollBy({ top: by * step * box.current.clientHeight })), []);
  return (
    <>
      <p ref={box} className="stage-text" data-part="stage-text">
        {text}
      </p>
      {isLong && <p className="fit-more">{stageWords(lang).scrolls}</p>}
    </>
  );
}
