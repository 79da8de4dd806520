import { useEffect } from 'react';

/** What the keys of the screen do; a key without an action is left to the browser. */
export interface KeyActions {
  theme(number: number): void;
  search(): void;
  help(): void;
  up(): void;
  fullScreen(): void;
  black(): void;
  /** A clicker's next and previous: the next layer of the theme, or the one before. */
  step(by: 1 | -1): void;
}

/** 快捷键 — 1–9 theme, / search, ? help, Esc up, F full screen, B black, PgDn/PgUp next and previous. Not while a person is typing. */
export function useKeys(actions: KeyActions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      // Over the screen a dialog has the keys: Esc closes it and goes nowhere up.
      if (document.querySelector('dialog[open]')) return;
      if (event.key !== 'Escape' && isTyping(event.target)) return;
      const onPage = event.target === document.body;
      const action = actionOf(event.key, actions) ?? (onPage ? stepOf(event.key, actions) : null);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions]);
}

function actionOf(key: string, actions: KeyActions): (() => void) | null {
  if (/^[1-9]$/.test(key)) return () => actions.theme(Number(key));
  switch (key) {
    case '/':
      return actions.search;
    case '?':
      return actions.help;
    case 'Escape':
      return actions.up;
    case 'f':
    case 'F':
      return actions.fullScreen;
    case 'b':
    case 'B':
      return actions.black;
    case 'PageDown':
      return () => actions.step(1);
    case 'PageUp':
      return () => actions.step(-1);
    default:
      return null;
  }
}

/** Arrows and the space bar step too, but only where nothing on the page has the focus and wants them itself. */
function stepOf(key: string, actions: KeyActions): (() => void) | null {
  if (key === ' ' || key === 'ArrowRight' || key === 'ArrowDown') return () => actions.step(1);
  return key === 'ArrowLeft' || key === 'ArrowUp' ? () => actions.step(-1) : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}
