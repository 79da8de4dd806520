import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ScoresAnswer } from '../../server/ranking/answer.ts';
import { address, send } from '../api.ts';
import { sendAsOne, submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { faultText } from '../signing.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { fill, formatDayNear } from '../ui/format.ts';
import type { ViewState } from '../url.ts';

interface ToolsProps {
  answer: ScoresAnswer;
  view: ViewState;
  office: boolean;
  since: string | null;
  onSince(since: string | null): void;
}

/** The day compared with, the workbook, printing; for the office the formula and the switch that hides every ranking. */
export function Tools({ answer, view, office, since, onSince }: ToolsProps) {
  const { lang, asOf } = view;
  const words = rankingWords(lang);
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const hiding = useMutation({
    mutationFn: (hidden: boolean) => sendAsOne(ids, hidden, (id) => send('PUT', '/ranking/switch', {}, { id, hidden })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api'] }),
  });
  const fault = faultText(hiding.error, accountWords(lang));
  const day = formatDayNear(answer.since, answer.on, lang);
  return (
    <div className="office-bar ranking-tools">
      <span className="since">
        {words.since} <b>{fill(answer.sinceMeeting ? words.sinceMeeting : words.sinceWeek, { day })}</b>
      </span>
      <DayInput
        aria-label={words.since}
        value={answer.since}
        max={answer.on}
        data-part="ranking-since"
        onDay={(on) => on !== null && onSince(on)}
      />
      {since !== null && (
        <button type="button" className="link" onClick={() => onSince(null)}>
          {words.usual}
        </button>
      )}
      <span className="space" />
      {fault && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
      {!answer.hidden && (
        <a
          className="quiet button"
          href={address('/ranking.xlsx', { asOf, since, lang })}
          download
          data-part="ranking-xlsx"
        >
          {words.xlsx}
        </a>
      )}
      <button type="button" className="quiet" onClick={() => window.print()}>
        {words.print}
      </button>
      {office && (
        <>
          <Link className="quiet button" to="/admin" hash="editions-ranking" search={lang === 'en' ? { lang } : {}}>
            {words.edit}
          </Link>
          <button
            type="button"
            className="quiet"
            data-part="ranking-switch"
            aria-pressed={answer.hidden}
            disabled={hiding.isPending}
            onClick={() => hiding.mutate(!answer.hidden)}
          >
            {answer.hidden ? words.show : words.hide}
          </button>
        </>
      )}
    </div>
  );
}
