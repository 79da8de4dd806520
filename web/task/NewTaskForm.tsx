import { useId } from 'react';
import type { SearchAnswer } from '../../server/search/answer.ts';
import type { TaskChoices } from '../../server/task/answer.ts';
import { send } from '../api.ts';
import { TiedField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { newSubmissionId } from '../form/submission-id.ts';
import { type Form, useForm } from '../form/use-form.ts';
import { formWords } from '../message/form/form-words.ts';
import { taskWords } from '../message/task/task-words.ts';
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
  const units = useId();
  const form: Form<Fields> = useForm<Fields>({
    of: { owner, place: place.code, form: 'task' },
    opened: { base: '', values: begun(choices, first) },
    send: ({ id, values: { task, about, limit, personId, ...given } }) => {
      const assigned = { id, place: place.code, ...given, personId: personId || null, ...limitSent(limit) };
      return send('PUT', '/tasks/{task}', { task }, { ...assigned, about: about === 'none' ? null : about });
    },
    onSaved: () => onDone(fill(words.given, { title: form.values.title })),
  });
  return (
    <FormBox form={form} lang={lang}>
      {placed && (
        <p className="where">
          <strong>{[place.town, place.name].filter(Boolean).join(' ')}</strong>
        </p>
      )}
      {form.restoredAt !== null && (
        <p className="hint wide" role="status" data-part="task-restored">
          {fill(formWords(lang).restored, { at: instantText(form.restoredAt, lang) })}
        </p>
      )}
      <TiedField path="title" label={words.newTitle} className="wide">
        {({ text, set, control }) => (
          <input
            {...control}
            required
            maxLength={200}
            // biome-ignore lint/a11y/noAutofocus: the form was asked for by the press before
            autoFocus
            value={text}
            onChange={({ target }) => set(target.value)}
          />
        )}
      </TiedField>
      <TiedField path="unit" label={words.unit}>
        {({ text, set, control }) => (
          <>
            <input
              {...control}
              required
              list={units}
              maxLength={60}
              value={text}
              onChange={({ target }) => set(target.value)}
              onFocus={({ target }) => target.select()}
            />
            <datalist id={units}>
              {choices.units.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        )}
      </TiedField>
      <TiedField path="personId" label={words.person}>
        {({ text, set, control }) => (
          <select {...control} value={text} onChange={({ target }) => set(target.value)}>
            <option value="">{words.noPerson}</option>
            {choices.people.map(({ id, name, post, function: of }) => (
              <option key={id} value={id}>
                {[of[lang], name ?? post].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        )}
      </TiedField>
      <TiedField path="about" label={words.about}>
        {({ text, set, control }) => (
          <select {...control} value={text} onChange={({ target }) => set(target.value)}>
            {abouts.map((one) => (
              <option key={one} value={one}>
                {words.abouts[one]}
              </option>
            ))}
          </select>
        )}
      </TiedField>
      <LimitField
        given={form.values.limit}
        today={choices.on}
        holidays={choices.holidays}
        lang={lang}
        onGiven={(given) => form.set('limit', given)}
      />
      <FormFoot className="row wide" words={{ send: words.give, cancel: words.cancel }} onCancel={onCancel}>
        <FormFault inline />
      </FormFoot>
    </FormBox>
  );
}
