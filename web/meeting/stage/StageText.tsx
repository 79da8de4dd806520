import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { stageWords } from '../../message/stage/stage-words.ts';
import type { Lang } from '../../ui/format.ts';
import { onScroll } from './scroll.ts';

/** Share of its height a long text goes on by: a line or two stays in sight. */
const step = 0.8;

/** 文字 — what an item says; where it is longer than its room it is scrolled by key, and says so. */
export function StageText({ text, lang }: { text: string; lang: Lang }) {
  const box = useRef<HTMLParagraphElement>(null);
  const [left, setLeft] = useState<'none' | 'below' | 'above'>('none');
  const measure = () => {
    const { scrollHeight = 0, clientHeight = 0, scrollTop = 0 } = box.current ?? {};
    const isLong = scrollHeight > clientHeight + 1;
    setLeft(!isLong ? 'none' : scrollTop + clientHeight < scrollHeight - 1 ? 'below' : 'above');
  };
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  });
  useEffect(() => onScroll((by) => box.current?.scrollBy({ top: by * step * box.current.clientHeight })), []);
  return (
    <>
      <p ref={box} className="stage-text" data-part="stage-text" onScroll={measure}>
        {text}
      </p>
      {left !== 'none' && <p className="fit-more">{stageWords(lang).scrolls[left]}</p>}
    </>
  );
}
