import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ExternalAnswer, ScoresAnswer } from '../../server/ranking/answer.ts';
import { send } from '../api.ts';
import { reasonOf } from '../form/save/reason-of.ts';
import { useForm } from '../form/use-form.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { type ViewState, writeView } from '../url.ts';
import { ExternalForm } from './ExternalForm.tsx';
import { formatPoints } from './format-points.ts';

interface ExternalsProps {
  answer: ScoresAnswer;
  view: ViewState;
  lang: Lang;
  office: boolean;
}

/** 上级通报 — ranks given and places criticised or commended by city and province, with their source; the office enters and corrects them. */
export function Externals({ answer, view, lang, office }: ExternalsProps) {
  const words = rankingWords(lang);
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <section data-part="externals">
      {office && open !== 'new' && (
        <p>
          <button type="button" className="primary" data-part="external-add" onClick={() => setOpen('new')}>
            {words.form.add}
          </button>
        </p>
      )}
      {open === 'new' && <ExternalForm known={null} on={answer.on} view={view} onClose={close} />}
      {answer.externals.length === 0 && <p className="hint">{words.noExternal}</p>}
      {answer.externals.length > 0 && (
        <table className="office-table">
          <thead>
            <tr>
              {[words.place, words.result, words.on, words.source, words.points, ''].map((title) => (
                <th key={title} scope="col" className={title === words.points ? 'end' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.externals.map((external) =>
              open === external.id ? (
                <tr key={external.id}>
                  <td colSpan={6}>
                    <ExternalForm known={external} on={answer.on} view={view} onClose={close} />
                  </td>
                </tr>
              ) : (
                <tr key={external.id} data-part="external">
                  <td>
                    <Link to="/" search={writeView({ ...view, place: external.place, camera: null })}>
                      {external.name}
                    </Link>
                    {external.town !== null && <small className="sub">{external.town}</small>}
                  </td>
                  <td>
                    <Said external={external} lang={lang} />
                  </td>
                  <td>{formatDay(external.occurredOn, lang)}</td>
                  <td>
                    {external.source}
                    {external.document !== null && <small className="sub">{external.document}</small>}
                  </td>
                  <td className="end">{external.points === 0 ? '—' : formatPoints(external.points)}</td>
                  <td className="end">
                    {office && <Moves external={external} lang={lang} onOpen={() => setOpen(external.id)} />}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What was said of a place, with what it was entered as before. */
export function Said({ external, lang }: { external: ExternalAnswer; lang: Lang }) {
  const words = rankingWords(lang);
  return (
    <>
      <strong>{saidOf(external, lang)}</strong>
      {external.note !== null && <span className="sub">{external.note}</span>}
      {external.former.length > 0 && (
        <details>
          <summary>{fill(words.corrected, { n: external.former.length })}</summary>
          <ul>
            {external.former.map(({ at, values }) => (
              <li key={at}>
                {fill(words.formerly, {
                  day: formatDay(values.occurredOn, lang),
                  said: [saidOf(values, lang), values.source, values.document, values.note].filter(Boolean).join(' · '),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function saidOf({ kind, level, rank, of }: Pick<ExternalAnswer, 'kind' | 'level' | 'rank' | 'of'>, lang: Lang): string {
  const words = rankingWords(lang);
  const space = lang === 'en' ? ' · ' : '';
  const number = kind === 'rank' && rank !== null && of !== null ? fill(words.ranked, { rank, of }) : '';
  return `${words.levels[level]}${space}${words.kinds[kind]}${number && ` · ${number}`}`;
}

function Moves({ external, lang, onOpen }: { external: ExternalAnswer; lang: Lang; onOpen(): void }) {
  const { form: words } = rankingWords(lang);
  const [sure, setSure] = useState(false);
  const form = useForm({
    of: null,
    opened: { base: '', values: {} },
    send: ({ id }) => send('POST', '/ranking/external/{external}/withdraw', { external: external.id }, { id }),
    onSaved: () => undefined,
  });
  const why = reasonOf(form, lang);
  return (
    <>
      <button type="button" className="link" data-part="external-correct" onClick={onOpen}>
        {words.correct}
      </button>
      <button
        type="button"
        className="link danger"
        disabled={form.phase.is === 'sending'}
        onClick={() => (sure ? void form.save() : setSure(true))}
      >
        {sure ? words.withdrawSure : words.withdraw}
      </button>
      {why !== null && (
        <p className="fault" role="alert">
          {why}
        </p>
      )}
    </>
  );
}
