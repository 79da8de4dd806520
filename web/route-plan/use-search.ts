import { useEffect, useRef, useState } from 'react';
import type { SolveProgress } from '../../server/route-plan/answer.ts';
import type { PlanDraft } from './plan-work.ts';
import { searchRoutes } from './search.ts';

/** Milliseconds a search takes: anew, and around what is there. */
const searchMs = { anew: 1000, around: 400 };

/** The search under way: how it goes, and how to end it. */
export function useSearch(draft: PlanDraft, change: (draft: PlanDraft) => void, fail: (problem: unknown) => void) {
  const [so, setSo] = useState<SolveProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<string[]>([]);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);
  const run = async (from: boolean, plan = draft) => {
    const stop = new AbortController();
    stopping.current = stop;
    setBusy(true);
    try {
      const found = await searchRoutes({ plan, ms: from ? searchMs.around : searchMs.anew, from }, setSo, stop.signal);
      setMissing(found.missing);
      change({ ...plan, routes: found.routes, travel: found.travel });
    } catch (problem) {
      if (!stop.signal.aborted) fail(problem);
    } finally {
      setBusy(false);
      setSo(null);
    }
  };
  return { run, busy, so, missing, stop: () => stopping.current?.abort() };
}
