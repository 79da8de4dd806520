import { type RefObject, useLayoutEffect, useRef } from 'react';

/** 让位 — while a form stands over the lower edge of the map, its height is the stage's `--raised`, and the legend moves up by it. */
export function useRaised(open: unknown): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open decides which form stands there
  useLayoutEffect(() => {
    const stage = bar.current?.closest<HTMLElement>('.meeting');
    const form = bar.current?.querySelector<HTMLElement>(':scope > form, :scope > .meeting-note');
    if (!stage || !form) return;
    const measure = () => stage.style.setProperty('--raised', `${form.offsetHeight}px`);
    const watch = new ResizeObserver(measure);
    watch.observe(form);
    measure();
    return () => {
      watch.disconnect();
      stage.style.removeProperty('--raised');
    };
  }, [open]);
  return bar;
}
