import { isValidElement, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { onScroll, turned } from './scroll.ts';

interface FitProps {
  /** Entries, each an `li` with a key. */
  children: ReactNode[];
  /** What stands for those that have no room. */
  more(left: number): string;
  className?: string;
  part?: string;
}

/** 放得下的 — as many whole entries as fit, and how many are left: nothing is cut and nothing has to be scrolled with a clicker; by key it is turned to those left. */
export function FitList({ children, more, className = '', part }: FitProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  latest.current = more;
  const stands = useRef({ of: '', firsts: [0], shown: 0 });
  const [start] = children;
  const of = isValidElement(start) ? String(start.key) : '';
  // Another list begins at its beginning.
  if (stands.current.of !== of) stands.current = { of, firsts: [0], shown: 0 };
  useLayoutEffect(() => {
    const held = box.current;
    if (!held) return;
    const put = () => {
      stands.current.shown = fitRows(held, latest.current, stands.current.firsts.at(-1) ?? 0);
    };
    put();
    const observer = new ResizeObserver(put);
    observer.observe(held);
    return () => observer.disconnect();
  });
  const count = children.length;
  useEffect(
    () =>
      onScroll((by) => {
        const { firsts, shown } = stands.current;
        stands.current.firsts = turned(firsts, { shown, count }, by);
        if (box.current) stands.current.shown = fitRows(box.current, latest.current, stands.current.firsts.at(-1) ?? 0);
      }),
    [count],
  );
  return (
    <div ref={box} className={`fit ${className}`} style={{ flexGrow: Math.min(children.length, 12) }} data-part={part}>
      <ul>{children}</ul>
      <p className="fit-more" />
    </div>
  );
}

/** Hides what has no room from an entry on, and gives how many are shown; the box itself does not grow or shrink by it. */
function fitRows(box: HTMLElement, more: (left: number) => string, first: number): number {
  const [list, rest] = [box.querySelector('ul'), box.querySelector<HTMLElement>('.fit-more')];
  if (!list || !rest) return 0;
  const entries = [...list.children] as HTMLElement[];
  const wanted = entries.slice(first);
  for (const [at, entry] of entries.entries()) entry.hidden = at < first;
  rest.hidden = true;
  if (list.offsetHeight <= box.clientHeight && first === 0) return entries.length;
  rest.hidden = false;
  rest.textContent = more(entries.length);
  const room = box.clientHeight - rest.offsetHeight;
  const fits = wanted.filter((entry) => entry.offsetTop + entry.offsetHeight - list.offsetTop <= room);
  for (const entry of wanted.slice(fits.length)) entry.hidden = true;
  const left = wanted.length - fits.length;
  rest.textContent = [first > 0 ? `↑ ${first}` : '', left > 0 ? more(left) : ''].filter(Boolean).join('  ');
  return fits.length;
}
