import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { SavedMeanwhile } from '../../server/form/form-answers.ts';
import type { ExternalAnswer } from '../../server/ranking/answer.ts';
import { type ExternalValues, externalKinds, externalLevels } from '../../server/ranking/rules.ts';
import { Refused, send } from '../api.ts';
import { newSubmissionId, submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { areasQuery } from '../queries.ts';
import { faultText } from '../signing.ts';
import { Field } from '../ui/Field.tsx';
import { fill } from '../ui/format.ts';
import type { ViewState } from '../url.ts';

interface FormProps {
  /** The result to correct; null enters one. */
  known: ExternalAnswer | null;
  on: string;
  view: ViewState;
  onClose(): void;
}

interface Draft {
  base: string;
  before: ExternalValues | undefined;
  values: ExternalValues;
  /** Fields somebody else changed meanwhile. */
  taken: string[];
}

function begun(known: ExternalAnswer | null, on: string): Draft {
  if (known === null) {
    const values: ExternalValues = {
      ...{ place: '', kind: 'criticised', level: 'city', occurredOn: on, source: '' },
      ...{ document: null, note: null, rank: null, of: null },
    };
    return { base: '', before: undefined, values, taken: [] };
  }
  const { place, kind, level, occurredOn, source, document, note, rank, of } = known;
  const values = { place, kind, level, occurredOn, source, document, note, rank, of };
  return { base: known.base, before: values, values, taken: [] };
}

/** 登记或更正 — one result; what another saved meanwhile is shown and nothing of it overwritten. */
export function ExternalForm({ known, on, view, onClose }: FormProps) {
  const { lang } = view;
  const { form: words, kinds, levels } = rankingWords(lang);
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const [id] = useState(() => known?.id ?? newSubmissionId());
  const [draft, setDraft] = useState(() => begun(known, on));
  const { values } = draft;
  const set = (change: Partial<ExternalValues>) =>
    setDraft((before) => ({ ...before, values: { ...before.values, ...change } }));
  const saving = useMutation({
    mutationFn: () => {
      const sent = { base: draft.base, values, before: draft.before };
      return send('PUT', '/ranking/external/{external}', { external: id }, { id: ids.idOf(sent), ...sent });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['api'] });
      onClose();
    },
    onError: (problem) => {
      if (!(problem instanceof Refused) || problem.status !== 409) return;
      const { base = '', theirs = {} } = problem.problem as Partial<SavedMeanwhile>;
      setDraft((mine) => ({
        base,
        before: { ...mine.values, ...mine.before, ...theirs } as ExternalValues,
        values: { ...mine.values, ...theirs } as ExternalValues,
        taken: Object.keys(theirs),
      }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const fields: Record<string, string> = words.fields;
  const fault =
    draft.taken.length > 0
      ? fill(words.meanwhile, { fields: draft.taken.map((field) => fields[field] ?? field).join(', ') })
      : (faultsOf(saving.error) ?? faultText(saving.error, accountWords(lang)));
  return (
    <form className="office-form" onSubmit={submit} data-part="external-form">
      <PlaceFields view={view} place={values.place} onPlace={(place) => set({ place })} />
      <Select label={words.kind} value={values.kind} onValue={(kind) => set({ kind, rank: null, of: null })}>
        {externalKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds[kind]}
          </option>
        ))}
      </Select>
      <Select label={words.level} value={values.level} onValue={(level) => set({ level })}>
        {externalLevels.map((level) => (
          <option key={level} value={level}>
            {levels[level]}
          </option>
        ))}
      </Select>
      <Field
        {...{ label: words.occurredOn, type: 'date', required: true, max: on, value: values.occurredOn }}
        onText={(occurredOn) => set({ occurredOn })}
      />
      {values.kind === 'rank' &&
        (['rank', 'of'] as const).map((key) => (
          <Field
            key={key}
            {...{ label: words[key], type: 'number', min: 1, max: 1000, required: true }}
            value={values[key] === null ? '' : String(values[key])}
            onText={(text) => set({ [key]: text === '' ? null : Number(text) })}
          />
        ))}
      <Field
        {...{ label: words.source, required: true, maxLength: 120, value: values.source }}
        onText={(source) => set({ source })}
      />
      {(['document', 'note'] as const).map((key) => (
        <Field
          key={key}
          {...{ label: words[key], maxLength: key === 'note' ? 400 : 80, value: values[key] ?? '' }}
          onText={(text) => set({ [key]: text === '' ? null : text })}
        />
      ))}
      {fault && (
        <p className="fault all" role="alert">
          {fault}
        </p>
      )}
      <p className="row all">
        <button type="submit" className="primary" disabled={saving.isPending || values.place === ''}>
          {words.save}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** The sentences of a refused form's fields. */
function faultsOf(problem: Error | null): string | null {
  if (!(problem instanceof Refused) || problem.status !== 422) return null;
  const { faults = [] } = problem.problem as { faults?: { text: string }[] };
  return faults.map(({ text }) => text).join(' ') || null;
}

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  children: ReactNode;
  onValue(value: Value): void;
}

function Select<Value extends string>({ label, value, children, onValue }: SelectProps<Value>) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onValue(target.value as Value)}>
        {children}
      </select>
    </p>
  );
}

/** The county, a town, or a village of it. */
function PlaceFields({ view, place, onPlace }: { view: ViewState; place: string; onPlace(code: string): void }) {
  const { form: words } = rankingWords(view.lang);
  const areas = useQuery(areasQuery({ asOf: null })).data;
  if (!areas) return null;
  const village = areas.villages.find(({ code }) => code === place);
  const town = areas.towns.find(({ code, fid }) => (village ? fid === village.town : code === place));
  return (
    <>
      <Select label={words.town} value={town?.code ?? place} onValue={onPlace}>
        <option value="" disabled />
        {areas.county && <option value={areas.county.code}>{words.county}</option>}
        {areas.towns.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={words.village} value={village?.code ?? ''} onValue={(code) => onPlace(code || (town?.code ?? ''))}>
        <option value="">{town ? words.own : '—'}</option>
        {areas.villages
          .filter(({ town: of }) => of === town?.fid)
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </Select>
    </>
  );
}
