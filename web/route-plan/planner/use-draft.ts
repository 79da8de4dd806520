import { useState } from 'react';
import type { PlanDraft } from '../plan-work.ts';

/** A draft with what it was before and after: every change can be taken back. */
export interface Drafting {
  draft: PlanDraft | null;
  change(next: PlanDraft): void;
  /** Begins with another plan; nothing to take back. */
  open(draft: PlanDraft): void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

const most = 100;

export function useDraft(): Drafting {
  const [{ past, draft, next }, set] = useState<{ past: PlanDraft[]; draft: PlanDraft | null; next: PlanDraft[] }>({
    past: [],
    draft: null,
    next: [],
  });
  const before = past.at(-1);
  const [after] = next;
  return {
    draft,
    change: (changed) => set({ past: draft ? [...past.slice(-most), draft] : past, draft: changed, next: [] }),
    open: (opened) => set({ past: [], draft: opened, next: [] }),
    undo: before && draft ? () => set({ past: past.slice(0, -1), draft: before, next: [draft, ...next] }) : null,
    redo: after && draft ? () => set({ past: [...past, draft], draft: after, next: next.slice(1) }) : null,
  };
}
