import { randomInt } from 'node:crypto';
import { viewAt } from '../change/view-at.ts';
import type { Store } from '../db/open.ts';
import type { Viewer } from '../rights/view.ts';
import { refuseFaults } from '../save/settle.ts';
import type { SolveFound, SolveProgress } from './answer.ts';
import type { PlanSent } from './bodies.ts';
import { choicesAnswer } from './choices.ts';
import { planFaults } from './plan-faults.ts';
import { pointsOfPlan, posed, routesFound } from './problem-of.ts';
import { travelBetween } from './roads/travel.ts';
import type { Progress } from './solver/anneal.ts';
import { solveInPool } from './solver/pool.ts';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** POST /api/route-plans/solve — searches in the pool of workers and tells how it goes; it ends when the asker goes away. */
export async function solveStream(
  store: Store,
  viewer: Viewer,
  { plan, ms, from }: { plan: PlanSent; ms: number; from: boolean },
  gone: AbortSignal,
): Promise<Response> {
  refuseFaults(planFaults({ ...plan, published: false, visits: {} }));
  const view = await viewAt(store, viewer);
  // What a visit is worth is judged today, as the page shows it, whatever day the plan is for.
  const choices = await choicesAnswer(store, view);
  const known = new Map(choices.villages.map((village) => [village.code, village]));
  const unknown = plan.villages.flatMap(({ code }, at) =>
    known.has(code) ? [] : [{ field: `villages.${at}`, code: 'village-unknown' as const }],
  );
  refuseFaults(unknown);
  const points = pointsOfPlan(plan, (code) => known.get(code)?.at ?? [0, 0]);
  const travel = await travelBetween(store, points);
  const { problem, locks, start } = posed(plan, (code) => known.get(code)?.score ?? 0, travel.seconds);
  const seed = plan.seed || randomInt(1, 2 ** 31);
  const stopped = new AbortController();
  gone.addEventListener('abort', () => stopped.abort(), { once: true });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      // Who has gone away hears nothing more, and nothing of it is a fault.
      const say = (event: string, said: object) =>
        stopped.signal.aborted || stream.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(said)}\n\n`));
      const begun = performance.now();
      try {
        const found = await solveInPool(
          problem,
          locks,
          { seed, ms },
          {
            start: from ? start : undefined,
            signal: stopped.signal,
            onProgress: (so) => say('progress', progressOf(so)),
          },
        );
        const answer: SolveFound = {
          routes: routesFound(plan, found),
          missing: found.missing.flatMap((at) => plan.villages[at]?.code ?? []),
          seed,
          iterations: found.iterations,
          ms: Math.round(performance.now() - begun),
          travel: { source: travel.source, hash: travel.hash },
        };
        say('found', answer);
      } catch (fault) {
        console.error('solve', fault);
        say('fault', {});
      }
      if (!stopped.signal.aborted) stream.close();
    },
    cancel() {
      stopped.abort();
    },
  });
  return new Response(body, { headers });
}

const progressOf = ({ score, cost, taken, missing }: Progress): SolveProgress => ({
  score,
  travel: cost,
  taken,
  missing,
});
