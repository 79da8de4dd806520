import { useEffect, useRef, useState } from 'react';
import { toggleFullScreen } from '../../full-screen.ts';

/** 轮播 — which view of a lobby is shown, and what its keys do. */
export interface Round {
  at: number;
  stopped: boolean;
  black: boolean;
  choosing: boolean;
  stop(): void;
  blacken(): void;
  choose(): void;
}

type Act = 'stop' | 'next' | 'back' | 'full' | 'black' | 'choose' | 'leave';
const acts: Record<string, Act> = {
  ' ': 'stop',
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  f: 'full',
  b: 'black',
  v: 'choose',
  Escape: 'leave',
};

/** Goes round `count` views, `seconds` each, unless stopped; one view alone, and views being chosen, stand still. */
export function useLobby({ count, seconds, onLeave }: { count: number; seconds: number; onLeave(): void }): Round {
  const [at, setAt] = useState(0);
  const [stopped, setStopped] = useState(false);
  const [black, setBlack] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const still = stopped || choosing || count < 2;
  useEffect(() => {
    if (still) return;
    const timer = setTimeout(() => setAt((at + 1) % count), seconds * 1000);
    return () => clearTimeout(timer);
  }, [at, still, count, seconds]);
  const step = (by: number) => setAt((at + by + count) % Math.max(1, count));
  const act = (what: Act) => {
    if (what === 'stop') setStopped(!stopped);
    else if (what === 'next') step(1);
    else if (what === 'back') step(-1);
    else if (what === 'full') toggleFullScreen();
    else if (what === 'black') setBlack(!black);
    else if (what === 'choose') setChoosing(!choosing);
    else if (choosing) setChoosing(false);
    else onLeave();
  };
  useActs(act);
  return {
    ...{ at: Math.min(at, Math.max(0, count - 1)), stopped, black, choosing },
    stop: () => setStopped(!stopped),
    blacken: () => setBlack(!black),
    choose: () => setChoosing(!choosing),
  };
}

/** Keys of the page; a field keeps what is typed into it, a button its space bar. */
function useActs(act: (what: Act) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const on = event.target instanceof HTMLElement ? event.target : null;
      if (event.key !== 'Escape' && on?.closest('input, select')) return;
      if (event.key === ' ' && on?.closest('button')) return;
      const what = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!what) return;
      event.preventDefault();
      latest.current(what);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
