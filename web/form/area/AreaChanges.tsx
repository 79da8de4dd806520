import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { AreaChangesAnswer } from '../../../server/form/form-answers.ts';
import type { Saver } from '../../../server/save/form-parts.ts';
import { ask, send } from '../../api.ts';
import { formWords } from '../../message/form/form-words.ts';
import { fill, formatDayNear, instantText, type Lang } from '../../ui/format.ts';
import { Part } from '../fields.tsx';
import { reasonOf } from '../save/reason-of.ts';
import { useForm } from '../use-form.ts';

type Change = AreaChangesAnswer['changes'][number];
const key = ['form', 'area-changes'];

/** 已登记的变更 — the latest changes of places; one nothing builds on can be withdrawn with a reason. */
export function AreaChanges({ lang }: { lang: Lang }) {
  const words = formWords(lang);
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask('/areas/changes', {}, signal),
    staleTime: 0,
    gcTime: 0,
  });
  if (!data) return null;
  return (
    <Part title={words.areaList}>
      {data.changes.length === 0 && <p className="form-hint">{words.areaNone}</p>}
      {data.changes.map((change) => (
        <Recorded key={change.change} change={change} today={data.today} lang={lang} />
      ))}
    </Part>
  );
}

function Recorded({ change, today, lang }: { change: Change; today: string; lang: Lang }) {
  const words = formWords(lang);
  const [asking, setAsking] = useState(false);
  const { saved, withdrawn, blocked, on } = change;
  const open = !withdrawn && !blocked;
  const stamp = ({ at, by }: { at: string; by: Saver | null }) => ({
    at: instantText(at, lang, today),
    who: [by?.post, by?.name].filter(Boolean).join(' ') || '—',
  });
  return (
    <div className="form-plan" data-part="area-change" data-withdrawn={withdrawn ? '' : undefined}>
      <span>
        {withdrawn ? <s>{saidOf(change, lang)}</s> : saidOf(change, lang)}
        <small>
          {[
            words.areaKinds[change.kind],
            fill(words.areaFrom, { day: formatDayNear(on, today, lang) }),
            fill(words.areaSavedBy, stamp(saved)),
          ].join(' · ')}
        </small>
        {withdrawn && <small>{fill(words.areaTaken, { ...stamp(withdrawn), reason: withdrawn.reason })}</small>}
        {blocked && <small>{blocked[lang]}</small>}
        {open && asking && <Withdrawing change={change.change} lang={lang} onKeep={() => setAsking(false)} />}
      </span>
      {open && !asking && (
        <button type="button" className="form-link" onClick={() => setAsking(true)}>
          {words.areaWithdraw}
        </button>
      )}
    </div>
  );
}

/** What a withdrawal does, and why it is made. */
function Withdrawing({ change, lang, onKeep }: { change: string; lang: Lang; onKeep(): void }) {
  const words = formWords(lang);
  const client = useQueryClient();
  const id = useId();
  const form = useForm({
    of: null,
    opened: { base: '', values: { reason: '' } },
    send: (sent) =>
      send('POST', '/areas/changes/{change}/withdraw', { change }, { id: sent.id, reason: sent.values.reason.trim() }),
    onSaved: () => client.invalidateQueries({ queryKey: key }),
  });
  const { reason } = form.values;
  const why = reasonOf(form, lang);
  return (
    <span className="form-reason" data-part="area-withdraw">
      <small>{words.areaWithdrawSure}</small>
      <label htmlFor={id}>{words.areaReason}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => form.set('reason', target.value)}
        // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in
        autoFocus
      />
      {why !== null && <small role="alert">{why}</small>}
      <span className="form-acts">
        <button
          type="button"
          className="form-link"
          disabled={reason.trim() === '' || form.phase.is === 'sending'}
          onClick={() => void form.save()}
        >
          {words.areaWithdraw}
        </button>
        <button type="button" className="form-link" onClick={onKeep}>
          {words.areaWithdrawKeep}
        </button>
      </span>
    </span>
  );
}

/** A change in one sentence. */
function saidOf({ kind, name, code, ended, formerName, town, formerTown }: Change, lang: Lang): string {
  const words = formWords(lang);
  const renamed = formerName !== null && formerName !== name;
  const said =
    kind === 'rename' && !renamed
      ? words.areaCodeOnly
      : kind === 'merge' && renamed
        ? words.areaSaid.mergeRenamed
        : words.areaSaid[kind];
  const known = { name, code, ended: ended ?? '', former: formerName ?? '' };
  return fill(said, { ...known, town: town ?? '', formerTown: formerTown ?? '' });
}
