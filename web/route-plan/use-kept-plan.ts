import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TellingAnswer } from '../../server/route-plan/answer.ts';
import { ask, Refused, send } from '../api.ts';
import { newSubmissionId, sendAsOne, submissionIds } from '../form/submission-id.ts';
import type { PlanDraft } from './plan-work.ts';

/** Where the plan at hand is kept: its id, the hash it was read by; `base` empty while it was never kept. */
interface Kept {
  id: string;
  base: string;
  published: boolean;
}

/** Somebody else saved the plan meanwhile: their version and who they are. */
export interface Clash {
  base: string;
  body: PlanDraft;
  who: string | null;
}

interface KeptPlanGiven {
  draft: PlanDraft;
  /** Puts another plan in the place of the one at hand, with nothing to take back. */
  open(draft: PlanDraft): void;
  /** Puts another version there, which can be taken back. */
  change(draft: PlanDraft): void;
  fail(problem: unknown): void;
}

const unkept = (): Kept => ({ id: newSubmissionId(), base: '', published: false });

/** 保存与下达 — what is kept of the plan at hand. */
export function useKeptPlan({ draft, open: openDraft, change, fail }: KeptPlanGiven) {
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const [kept, setKept] = useState(unkept);
  const [clash, setClash] = useState<Clash | null>(null);
  const [telling, setTelling] = useState<TellingAnswer | null>(null);
  const plans = useQuery({
    queryKey: ['api', 'route-plans'],
    queryFn: ({ signal }) => ask('/route-plans', {}, signal),
  }).data?.plans;
  const refuse = (problem: unknown) => {
    const found = clashOf(problem);
    if (found) setClash(found);
    else fail(problem);
    return null;
  };
  const keep = async (over = kept): Promise<Kept | null> => {
    try {
      // What a plan meets stands on the screen while it is changed.
      const saved = { base: over.base, body: draft, confirm: true };
      const { base } = await sendAsOne(ids, [over.id, saved], (id) =>
        send('PUT', '/route-plans/{plan}', { plan: over.id }, { id, ...saved }),
      );
      const now = { ...over, base: base ?? over.base };
      setKept(now);
      setClash(null);
      await client.invalidateQueries({ queryKey: ['api', 'route-plans'] });
      return now;
    } catch (problem) {
      return refuse(problem);
    }
  };
  /** What is said before the plan is issued: it is saved first. */
  const askTelling = async (): Promise<void> => {
    const now = await keep();
    if (!now) return;
    try {
      setTelling(await ask('/route-plans/{plan}/telling', { plan: now.id }));
    } catch (problem) {
      fail(problem);
    }
  };
  const publish = async (): Promise<boolean> => {
    setTelling(null);
    try {
      const { base } = await sendAsOne(ids, [kept.id, kept.base, 'publish'], (id) =>
        send('POST', '/route-plans/{plan}/publish', { plan: kept.id }, { id, confirm: true }),
      );
      setKept({ ...kept, base: base ?? kept.base, published: true });
      await client.invalidateQueries({ queryKey: ['api'] });
      return true;
    } catch (problem) {
      refuse(problem);
      return false;
    }
  };
  const leaveTelling = () => setTelling(null);
  const begin = (fresh: PlanDraft) => {
    setTelling(null);
    setKept(unkept());
    setClash(null);
    openDraft(fresh);
  };
  const open = async (id: string) => {
    setTelling(null);
    const { base, body } = await ask('/route-plans/{plan}', { plan: id });
    const { published, visits: _visits, ...sent } = body;
    setKept({ id, base, published });
    setClash(null);
    openDraft(sent);
  };
  const withdraw = async (): Promise<boolean> => {
    try {
      await sendAsOne(ids, [kept.id, 'withdraw'], (id) =>
        send('DELETE', '/route-plans/{plan}', { plan: kept.id }, { id }),
      );
      await client.invalidateQueries({ queryKey: ['api'] });
      return true;
    } catch (problem) {
      fail(problem);
      return false;
    }
  };
  const takeTheirs = ({ base, body }: Clash) => {
    setKept({ ...kept, base });
    setClash(null);
    change(body);
  };
  const keepMine = ({ base }: Clash) => keep({ ...kept, base });
  return {
    kept,
    plans: plans ?? [],
    clash,
    telling,
    askTelling,
    leaveTelling,
    keep,
    publish,
    begin,
    open,
    withdraw,
    takeTheirs,
    keepMine,
  };
}

/** What somebody else kept meanwhile; null when a refusal says anything else. */
function clashOf(problem: unknown): Clash | null {
  if (!(problem instanceof Refused) || problem.status !== 409) return null;
  const { base, theirs, savedBy } = problem.problem as unknown as {
    base?: string;
    theirs?: { body?: PlanDraft };
    savedBy?: { name: string } | null;
  };
  return base !== undefined && theirs?.body ? { base, body: theirs.body, who: savedBy?.name ?? null } : null;
}
