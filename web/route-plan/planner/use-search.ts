import { useEffect, useRef, useState } from 'react';
import type { SolveProgress } from '../../../server/route-plan/answer.ts';
import { foundIn, type PlanDraft } from '../plan-work.ts';
import { searchRoutes } from './search.ts';

/** Milliseconds a search takes: anew, and around what is there. */
const searchMs = { anew: 1000, around: 400 };

/** The search under way: how it goes, and how to end it. */
export function useSearch(change: (draft: PlanDraft) => void, fail: (problem: unknown) => void) {
  const [so, setSo] = useState<SolveProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<string[]>([]);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);
  /** Searches for `plan` with `asked` sent, which may lock more than the plan does; the routes found go into the plan. */
  const run = async (plan: PlanDraft, wanted: PlanDraft = plan) => {
    stopping.current?.abort();
    const stop = new AbortController();
    stopping.current = stop;
    const from = plan.routes.some(({ stops }) => stops.length > 0);
    setBusy(true);
    try {
      // Each search draws a seed of its own; the plan keeps the one its routes were found with.
      const sent = { plan: { ...wanted, seed: 0 }, ms: from ? searchMs.around : searchMs.anew, from };
      const { routes, travel, seed, missing: musts } = await searchRoutes(sent, setSo, stop.signal);
      setMissing(musts);
      change({ ...plan, routes: foundIn(plan, routes), travel, seed });
    } catch (problem) {
      if (!stop.signal.aborted) fail(problem);
    } finally {
      if (stopping.current === stop) {
        setBusy(false);
        setSo(null);
      }
    }
  };
  return { run, busy, so, missing, stop: () => stopping.current?.abort() };
}
