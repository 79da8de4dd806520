import { useEffect, useRef, useState } from 'react';
import { toggleFullScreen } from '../full-screen.ts';

type Acts = 'assign' | 'limit' | 'sign' | 'take-back';

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
  /** More of what has no room on the stage, or back. */
  scroll(by: 1 | -1): void;
  newer(): void;
  act(key: Acts): void;
  note(): void;
  presenter(): void;
  help(): void;
}

type Plain = Exclude<keyof Steered, 'jump' | 'size' | 'scroll' | 'act'>;
const plain: Record<string, Plain> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  p: 'pen',
  l: 'pointer',
  n: 'newer',
  m: 'note',
  w: 'presenter',
  '?': 'help',
};
const actions: Record<string, Acts> = { a: 'assign', x: 'limit', s: 'sign', z: 'take-back' };
const sizes: Record<string, number> = { '+': 1, '=': 1, '-': -1, _: -1 };
/** With Shift, so that they do not turn the page. */
const scrolls: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };
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
      // A clicker's key for the show sends F5 and Esc by turns: neither may take the room away.
      if (event.key === 'F5') return event.preventDefault();
      const { steered: to, digits: typed } = latest.current;
      if (isLeftToField(event, typed)) return;
      const number = typedInto(event.key, typed);
      if (number !== null) setDigits(number);
      else if (event.key === 'Enter' && typed !== '') {
        to.jump(Number(typed));
        setDigits('');
      } else if (event.key === 'Escape' && typed !== '') setDigits('');
      else if (event.shiftKey && scrolls[event.key]) to.scroll(scrolls[event.key] ?? 1);
      else if (!steer(to, event.key)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return digits;
}

/** Whether a key belongs to the field or button it is pressed in. */
function isLeftToField({ key, target }: KeyboardEvent, typed: string): boolean {
  if (key === 'PageDown' || key === 'PageUp' || key === 'Escape') return false;
  if (writes(target)) return true;
  return target instanceof HTMLButtonElement && (key === ' ' || (key === 'Enter' && typed === ''));
}

/** The number with one more digit; null when the key is none. */
function typedInto(key: string, typed: string): string | null {
  return /^\d$/.test(key) ? (typed + key).slice(-3) : null;
}

function steer(to: Steered, pressed: string): boolean {
  const key = pressed.length === 1 ? pressed.toLowerCase() : pressed;
  const [step, action, by] = [plain[key], actions[key], sizes[key]];
  if (step) to[step]();
  else if (action) to.act(action);
  else if (by !== undefined) to.size(by);
  else if (key === 'Escape') to.leave();
  else if (key === 'f') toggleFullScreen();
  else return false;
  return true;
}
