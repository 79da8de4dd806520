import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditAnswer } from '../../server/audit/answer.ts';
import { address, ask } from '../api.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { historyWords } from '../message/history/history-words.ts';
import { may, sessionQuery } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { fill, instantText, type Lang } from '../ui/format.ts';
import { useView } from '../use-view.ts';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';

const unfiltered = { from: '', to: '', actor: '', kind: '', q: '' };

/** 安全日志 — changes, sign-ins, refusals and exports in one order of time, filtered and taken away. */
export default function AuditPage() {
  const [{ lang }] = useView();
  const words = historyWords(lang).audit;
  const session = useQuery(sessionQuery()).data;
  const [filter, setFilter] = useState(unfiltered);
  /** Where each page turned to begins; the newest has none. */
  const [turned, setTurned] = useState<string[]>([]);
  const before = turned.at(-1) ?? null;
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== ''));
  const query = useQuery({
    queryKey: ['audit', given, before],
    queryFn: ({ signal }) => ask('/audit', { ...given, before }, signal),
    placeholderData: keepPreviousData,
  });
  if (session && !may(session, 'audit')) return <Navigate to="/" replace />;
  const set = (field: keyof typeof unfiltered) => (value: string) => {
    setFilter((before) => ({ ...before, [field]: value }));
    setTurned([]);
  };
  const { data } = query;
  return (
    <div className="office" data-part="audit">
      <OfficeHead title={words.title} lang={lang} />
      <div className="office-tabs" />
      <main className="office-page">
        <search className="office-form">
          <Field label={words.from} type="date" value={filter.from} onText={set('from')} />
          <Field label={words.to} type="date" value={filter.to} onText={set('to')} />
          <Field label={words.person} value={filter.actor} onText={set('actor')} />
          <p className="field">
            <label htmlFor="audit-kind">{words.kind}</label>
            <select id="audit-kind" value={filter.kind} onChange={(event) => set('kind')(event.target.value)}>
              <option value="">{words.all}</option>
              {data?.kinds.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title[lang]}
                </option>
              ))}
            </select>
          </p>
          <Field label={words.find} type="search" value={filter.q} onText={set('q')} />
          <p className="row">
            <a className="link" href={address('/audit.xlsx', { ...given, lang })} download data-part="audit-xlsx">
              {words.export}
            </a>
          </p>
        </search>
        {query.isError && (
          <p className="fault" role="alert">
            {words.fault}
          </p>
        )}
        {!data && !query.isError && <p role="status">{words.loading}</p>}
        {data && <AuditTable rows={data.rows} lang={lang} />}
        {data?.rows.length === 0 && <p className="hint">{data.more === null ? words.none : words.noneYet}</p>}
        {data && (data.more !== null || turned.length > 0 || data.rows.length > 0) && (
          <p className="row">
            <button
              type="button"
              className="quiet"
              disabled={turned.length === 0}
              onClick={() => setTurned(turned.slice(0, -1))}
            >
              ‹ {words.later}
            </button>
            <span data-part="audit-page">
              {fill(data.total === null ? words.page : words.pageOf, {
                page: turned.length + 1,
                total: data.total ?? 0,
              })}
            </span>
            <button
              type="button"
              className="quiet"
              data-part="audit-earlier"
              disabled={data.more === null || query.isPlaceholderData}
              onClick={() => data.more !== null && setTurned([...turned, data.more])}
            >
              {words.earlier} ›
            </button>
          </p>
        )}
      </main>
    </div>
  );
}

function AuditTable({ rows, lang }: { rows: AuditAnswer['rows']; lang: Lang }) {
  const words = historyWords(lang).audit;
  return (
    <table className="office-table" data-part="audit-rows">
      <thead>
        <tr>
          <th>{words.at}</th>
          <th>{words.who}</th>
          <th>{words.what}</th>
          <th>{words.place}</th>
          <th>{words.source}</th>
          <th>{words.address}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, actor, said, place, source, address: from }) => (
          <tr key={id}>
            <td>{instantText(at, lang)}</td>
            <td>
              {actor ? (actor.name ?? actor.login) : words.system}
              {actor?.post && <span className="sub">{actor.post}</span>}
            </td>
            <td>{said[lang]}</td>
            <td>{place?.name ?? ''}</td>
            <td>{source ?? ''}</td>
            <td>{from ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
