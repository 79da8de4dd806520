import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useMemo, useState } from 'react';
import type { SearchAnswer } from '../../server/search/answer.ts';
import type { TaskChoices } from '../../server/task/answer.ts';
import { send } from '../api.ts';
import { draftOf, dropDraft, keepDraft } from '../form/drafts.ts';
import { newSubmissionId, submissionIds } from '../form/submission-id.ts';
import { wentWrong } from '../form/went-wrong.ts';
import { formWords } from '../message/form/form-words.ts';
import { taskWords } from '../message/task/task-words.ts';
import { FormFoot } from '../ui/FormFoot.tsx';
import { fill, instantText, type Lang } from '../ui/format.ts';
import { LimitField, type LimitGiven, limitSent } from './LimitField.tsx';

/** Where a task is: a village with the name of its town, or a town. */
export type TaskPlace = Pick<SearchAnswer['hits'][number], 'code' | 'name' | 'town'>;

const abouts = ['venue', 'organisation', 'inspection', 'none'] as const;
export type About = (typeof abouts)[number];

/** Whether a theme is something a task can be about. */
export const isAbout = (theme: string | undefined): theme is About => abouts.some((one) => one === theme);

interface FormProps {
  /** Id of the person who assigns it; a half-written one is kept for them alone, under the place. */
  owner: string;
  place: TaskPlace;
  /** Whether it says where it is. */
  placed?: boolean;
  /** What it begins with being about. */
  about?: About;
  choices: TaskChoices;
  lang: Lang;
  onDone(said: string): void;
  onCancel(): void;
}

interface Fields {
  title: string;
  unit: string;
  personId: string;
  about: About;
  limit: LimitGiven;
  /** Id of the task: sent again it is still one. */
  task: string;
}

const begun = (choices: TaskChoices, about: About): Fields => ({
  ...{ title: '', unit: choices.units[0] ?? '', personId: choices.people[0]?.id ?? '', about },
  limit: { kind: 'working', dueOn: choices.on, days: 5 },
  task: newSubmissionId(),
});

/** 交办 — what, who, until when, at a place that is known; what is half-written is kept in this browser. */
export function NewTaskForm({ owner, place, placed = true, about: first = 'none', ...given }: FormProps) {
  const { choices, lang, onDone, onCancel } = given;
  const words = taskWords(lang);
  const client = useQueryClient();
  const units = useId();
  const of = { owner, place: place.code, form: 'task' };
  const ids = useMemo(submissionIds, []);
  const [kept] = useState(() => {
    const draft = draftOf(of);
    if (draft?.submission) ids.take(draft.submission, draft.values);
    return draft;
  });
  const [fields, setFields] = useState<Fields>(() => ({ ...begun(choices, first), ...kept?.values }));
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { title, unit, personId, about, limit } = fields;
  const keep = (values: Fields, submission: string | null) =>
    keepDraft(of, { base: '', known: {}, values, submission, at: new Date().toISOString() });
  const put = (change: Partial<Fields>) => {
    const values = { ...fields, ...change };
    setFields(values);
    keep(values, null);
  };
  const give = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const id = ids.idOf(fields);
    keep(fields, id);
    try {
      await send(
        'PUT',
        '/tasks/{task}',
        { task: fields.task },
        {
          ...{ id, place: place.code, title, unit, personId: personId || null },
          ...{ about: about === 'none' ? null : about, ...limitSent(limit) },
        },
      );
      dropDraft(of);
      await client.invalidateQueries({ queryKey: ['api'] });
      onDone(fill(words.given, { title }));
    } catch (problem) {
      setFault(wentWrong(problem as Error, lang, client));
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void give(event)}>
      {placed && (
        <p className="where">
          <strong>{[place.town, place.name].filter(Boolean).join(' ')}</strong>
        </p>
      )}
      {kept && (
        <p className="hint wide" role="status" data-part="task-restored">
          {fill(formWords(lang).restored, { at: instantText(kept.at, lang) })}
        </p>
      )}
      <label className="wide">
        {words.newTitle}
        <input
          required
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: the form was asked for by the press before
          autoFocus
          value={title}
          onChange={({ target }) => put({ title: target.value })}
        />
      </label>
      <label>
        {words.unit}
        <input
          required
          list={units}
          maxLength={60}
          value={unit}
          onChange={({ target }) => put({ unit: target.value })}
          onFocus={({ target }) => target.select()}
        />
        <datalist id={units}>
          {choices.units.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label>
        {words.person}
        <select value={personId} onChange={({ target }) => put({ personId: target.value })}>
          <option value="">{words.noPerson}</option>
          {choices.people.map(({ id, name, post, function: of }) => (
            <option key={id} value={id}>
              {[of[lang], name ?? post].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.about}
        <select value={about} onChange={({ target }) => put({ about: target.value as About })}>
          {abouts.map((one) => (
            <option key={one} value={one}>
              {words.abouts[one]}
            </option>
          ))}
        </select>
      </label>
      <LimitField
        given={limit}
        today={choices.on}
        holidays={choices.holidays}
        lang={lang}
        onGiven={(given) => put({ limit: given })}
      />
      <FormFoot
        className="wide"
        words={{ send: words.give, cancel: words.cancel }}
        onCancel={() => {
          dropDraft(of);
          onCancel();
        }}
        {...{ busy, fault }}
      />
    </form>
  );
}
