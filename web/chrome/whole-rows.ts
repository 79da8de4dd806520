import { type RefObject, useLayoutEffect } from 'react';

/**
 * A list that scrolls ends between two rows, never within one: it is as high as whole rows have room. Looked at again when what stands around it
 * changes its size.
 */
export function useWholeRows(list: RefObject<HTMLElement | null>, rows: number): void {
  useLayoutEffect(() => {
    const element = list.current;
    const panel = element?.parentElement;
    if (!element || !panel || rows === 0) return;
    const fitRows = () => {
      element.style.maxHeight = '';
      const row = element.firstElementChild?.getBoundingClientRect().height ?? 0;
      const room = element.getBoundingClientRect().height;
      if (row > 0 && element.scrollHeight > room + 1)
        element.style.maxHeight = `${Math.max(1, Math.floor((room + 0.5) / row)) * row}px`;
    };
    fitRows();
    const watch = new ResizeObserver(fitRows);
    for (const beside of [panel.parentElement, ...(panel.parentElement?.children ?? [])])
      if (beside && beside !== panel) watch.observe(beside);
    return () => watch.disconnect();
  }, [list, rows]);
}
