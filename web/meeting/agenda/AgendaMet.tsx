import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import type { Met } from './use-agenda.ts';

interface MetProps {
  met: Met;
  /** How many items one's own has. */
  mine: number;
  lang: Lang;
  onMine(): Promise<void>;
  onTheirs(): Promise<void>;
}

/** 同时编辑 — what another kept meanwhile, beside what was written here; one of the two is chosen. */
export function AgendaMet({ met, mine, lang, onMine, onTheirs }: MetProps) {
  const words = agendaWords(lang);
  const who = [met.by?.name, met.by?.post].filter(Boolean).join(' ') || words.somebody;
  return (
    <section className="met" role="alert" data-part="agenda-met">
      <p>{fill(words.conflict, { who })}</p>
      <p className="row">
        <button type="button" className="primary" onClick={() => void onMine()}>
          {fill(words.mine, { n: mine })}
        </button>
        <button type="button" onClick={() => void onTheirs()}>
          {fill(words.theirs, { n: met.body.items.length })}
        </button>
      </p>
      <details open>
        <summary>
          {words.theirAgenda}：{met.body.title}
        </summary>
        <ol className="their-items">
          {met.body.items.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
