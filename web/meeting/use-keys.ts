import { useEffect, useRef, useState } from 'react';

/** What a clicker or a keyboard can ask of a meeting. */
export interface Steered {
  next(): void;
  back(): void;
  first(): void;
  last(): void;
  jump(number: number): void;
  leave(): void;
  black(): void;
  pen(): void;
  pointer(): void;
  size(by: number): void;
  newer(): void;
  act(key: 'assign' | 'limit' | 'sign'): void;
}

const steps: Record<string, keyof Pick<Steered, 'next' | 'back' | 'first' | 'last'>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
};
const actions: Record<string, 'assign' | 'limit' | 'sign'> = { a: 'assign', x: 'limit', s: 'sign' };
const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

/** 翻页 — keys of a meeting; what is typed into a field stays there, but a clicker's pages turn anywhere. Gives the number typed so far. */
export function useMeetingKeys(steered: Steered): string {
  const [digits, setDigits] = useState('');
  const latest = useRef({ steered, digits });
  latest.current = { steered, digits };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { steered: to, digits: typed } = latest.current;
      const { key } = event;
      const page = key === 'PageDown' || key === 'PageUp';
      if (writes(event.target) && !page) return;
      if (event.target instanceof HTMLButtonElement && (key === ' ' || (key === 'Enter' && typed === ''))) return;
      const step = steps[key];
      const action = actions[key.toLowerCase()];
      if (/^\d$/.test(key)) setDigits((typed + key).slice(-3));
      else if (key === 'Enter' && typed !== '') {
        to.jump(Number(typed));
        setDigits('');
      } else if (step) to[step]();
      else if (action) to.act(action);
      else if (key === 'Escape') typed === '' ? to.leave() : setDigits('');
      else if (key === 'f' || key === 'F') toggleFullScreen();
      else if (key === 'b' || key === 'B' || key === '.') to.black();
      else if (key === 'p' || key === 'P') to.pen();
      else if (key === 'l' || key === 'L') to.pointer();
      else if (key === 'n' || key === 'N') to.newer();
      else if (key === '+' || key === '=') to.size(1);
      else if (key === '-') to.size(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return digits;
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
