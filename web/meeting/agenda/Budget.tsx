import { type AgendaItem, budgetOf } from '../../../server/meeting/rules.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { fill, type Lang } from '../../ui/format.ts';

/** 时间 — how many items take how long, against the length of the meeting. */
export function Budget({ items, lengthMin, lang }: { items: AgendaItem[]; lengthMin: number | null; lang: Lang }) {
  const words = agendaWords(lang);
  const minutes = budgetOf(items);
  const spare = lengthMin === null ? 0 : lengthMin - minutes;
  return (
    <div className={spare < 0 ? 'budget over' : 'budget'} data-part="agenda-budget">
      <strong>{fill(words.counted, { items: items.length, minutes })}</strong>
      {lengthMin !== null && (
        <>
          <span>{fill(spare < 0 ? words.over : words.left, { length: lengthMin, n: Math.abs(spare) })}</span>
          <span className="budget-bar" aria-hidden="true">
            <i style={{ width: `${Math.min(100, (minutes / Math.max(1, lengthMin)) * 100)}%` }} />
          </span>
        </>
      )}
    </div>
  );
}
