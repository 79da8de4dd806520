import type { SolveFound, SolveProgress } from '../../../server/route-plan/answer.ts';
import { sendForStream, Unreachable } from '../../api.ts';
import type { PlanDraft } from '../plan-work.ts';

interface Search {
  plan: PlanDraft;
  ms: number;
  from: boolean;
}

/** 求解 — has the server search routes, hearing how it goes; an aborted search ends there. Fails as the API does. */
export async function searchRoutes(
  search: Search,
  onProgress: (so: SolveProgress) => void,
  signal: AbortSignal,
): Promise<SolveFound> {
  const response = await sendForStream('/route-plans/solve', search, signal);
  if (!response.body) throw new Unreachable();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    text += value ?? '';
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const [, kind, said] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? [];
      if (kind === 'progress') onProgress(JSON.parse(said ?? '{}') as SolveProgress);
      if (kind === 'found') return JSON.parse(said ?? '{}') as SolveFound;
    }
    if (done) throw new Unreachable();
  }
}
