import type { ReactNode } from 'react';
import { routeWords } from '../../message/route/route-words.ts';
import type { Lang } from '../../ui/format.ts';
import type { Drafting } from './use-draft.ts';

interface BarProps {
  lang: Lang;
  drafting: Drafting;
  busy: boolean;
  /** Whether any village is on a route, and whether there are teams at all. */
  placed: boolean;
  teams: boolean;
  /** Id of the plan where it was kept before. */
  kept: string | null;
  lasso: boolean;
  onSearch(): void;
  onStop(): void;
  onKeep(): void;
  onPublish(): void;
  onWithdraw(): void;
  onLasso(): void;
  /** What is said beside the buttons. */
  children: ReactNode;
}

/** What one does with the plan at hand. */
export function PlannerBar({ lang, drafting, busy, placed, teams, kept, lasso, children, ...on }: BarProps) {
  const words = routeWords(lang);
  return (
    <div className="planner-bar row">
      <button type="button" className="primary" disabled={busy || !teams} onClick={on.onSearch}>
        {placed ? words.improve : words.search}
      </button>
      {busy && (
        <button type="button" onClick={on.onStop}>
          {words.stop}
        </button>
      )}
      <button type="button" disabled={!drafting.undo} onClick={() => drafting.undo?.()}>
        {words.undo}
      </button>
      <button type="button" disabled={!drafting.redo} onClick={() => drafting.redo?.()}>
        {words.redo}
      </button>
      <button type="button" aria-pressed={lasso} onClick={on.onLasso}>
        {words.lasso}
      </button>
      <button type="button" disabled={busy} onClick={on.onKeep}>
        {words.save}
      </button>
      <button type="button" disabled={!placed || busy} onClick={on.onPublish}>
        {words.publish}
      </button>
      {kept && (
        <button type="button" onClick={on.onWithdraw}>
          {words.withdraw}
        </button>
      )}
      {kept && (
        <a className="button" href={`/routes/${kept}${lang === 'en' ? '?lang=en' : ''}`} data-part="open-itineraries">
          {words.itineraries}
        </a>
      )}
      {children}
    </div>
  );
}
