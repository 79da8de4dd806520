import { useQuery } from '@tanstack/react-query';
import type { OwnedForm } from '../../server/rights/field-rights/rules.ts';
import { proposalWords } from '../message/proposal/proposal-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { proposalsQuery } from './proposals-query.ts';

/** 待审的调整申请 — what of a place’s form waits for the office, since when and from which function; nothing where nothing waits. */
export function WaitingRequest({ place, form, lang }: { place: string; form: OwnedForm; lang: Lang }) {
  const words = proposalWords(lang);
  const session = useQuery(sessionQuery()).data;
  const answer = useQuery({ ...proposalsQuery({ place, waiting: true }), enabled: may(session, 'see-proposals') }).data;
  const waiting = answer?.proposals.find((one) => one.form === form);
  if (!waiting) return null;
  const request = fill(words.asked, { who: waiting.by?.post || words.unit, day: formatDay(waiting.on, lang) });
  return (
    <div className="form-note" data-part="form-waiting">
      <p>{fill(words.waitingHere, { asked: request })}</p>
      <ul>
        {waiting.cells.map(({ path, title, from, to }) => (
          <li key={`${path} ${title.en}`}>
            {fill(words.cell, {
              title: title[lang],
              change: fill(words.change, { from: from[lang], to: to[lang] }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
