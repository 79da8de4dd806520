import { type ReactNode, useState } from 'react';
import { accountWords } from '../message/account/account-words.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { faultText } from '../signing.ts';
import type { Lang } from './format.ts';

interface PanelStateProps {
  query: { error: Error | null; refetch(): Promise<unknown> };
  lang: Lang;
}

/** A panel whose answer has not come: on its way, or its fault and another try. */
export function PanelState({ query, lang }: PanelStateProps) {
  const words = adminWords(lang);
  if (!query.error) return <p role="status">{words.loading}</p>;
  return (
    <div role="alert">
      <p className="fault">{faultText(query.error, accountWords(lang))}</p>
      <button type="button" className="quiet" onClick={() => void query.refetch()}>
        {words.retry}
      </button>
    </div>
  );
}

/** One line that says how the last save went. */
export function useSaid(lang: Lang): { line: ReactNode; ok(): void; fault(problem: Error): void } {
  const [said, setSaid] = useState<{ fault: string | null } | null>(null);
  const line =
    said &&
    (said.fault === null ? (
      <span role="status">{adminWords(lang).saved}</span>
    ) : (
      <span className="fault" role="alert">
        {said.fault}
      </span>
    ));
  return {
    line,
    ok: () => setSaid({ fault: null }),
    fault: (problem) => setSaid({ fault: faultText(problem, accountWords(lang)) }),
  };
}
