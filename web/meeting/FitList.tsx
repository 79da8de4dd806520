import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface FitProps {
  /** Entries, each an `li` with a key. */
  children: ReactNode[];
  /** What stands for those that have no room. */
  more(left: number): string;
  className?: string;
  part?: string;
}

/** 放得下的 — as many whole entries as fit, and how many are left: nothing is cut and nothing has to be scrolled with a clicker. */
export function FitList({ children, more, className = '', part }: FitProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  latest.current = more;
  useLayoutEffect(() => {
    const held = box.current;
    if (!held) return;
    fit(held, latest.current);
    const observer = new ResizeObserver(() => fit(held, latest.current));
    observer.observe(held);
    return () => observer.disconnect();
  });
  return (
    <div ref={box} className={`fit ${className}`} style={{ flexGrow: Math.min(children.length, 12) }} data-part={part}>
      <ul>{children}</ul>
      <p className="fit-more" />
    </div>
  );
}

/** Hides what has no room; the box itself does not grow or shrink by it. */
function fit(box: HTMLElement, more: (left: number) => string): void {
  const [list, rest] = [box.querySelector('ul'), box.querySelector<HTMLElement>('.fit-more')];
  if (!list || !rest) return;
  const entries = [...list.children] as HTMLElement[];
  for (const entry of entries) entry.hidden = false;
  rest.hidden = true;
  if (list.offsetHeight <= box.clientHeight) return;
  rest.hidden = false;
  rest.textContent = more(entries.length);
  const room = box.clientHeight - rest.offsetHeight;
  const fits = entries.filter((entry) => entry.offsetTop + entry.offsetHeight - list.offsetTop <= room);
  for (const entry of entries.slice(fits.length)) entry.hidden = true;
  rest.textContent = more(entries.length - fits.length);
}
