import { createContext, useContext } from 'react';
import { sayTheSame } from '../../server/change/same/rules.ts';
import { fieldRight, type OwnedForm } from '../../server/rights/field-rights/rules.ts';
import type { Role } from '../../server/rights/view.ts';
import { type FormValues, leafOf } from '../../server/save/leaves/rules.ts';
import type { FormWords } from '../message/form/form-words.ts';
import type { Lang } from '../ui/format.ts';
import { type Sentences, sentenceOf } from './sentences.ts';
import type { Form } from './use-form.ts';

/** What every field of a form stands in: the form itself, the words, the day of the county. */
export interface FormPlace {
  form: Form<FormValues>;
  words: FormWords;
  lang: Lang;
  /** Today in the county. */
  today: string;
  /** Top fields that may be changed; null: all. */
  writable: string[] | null;
  /** The role and form whose rights by field hold; null where the top fields say all. */
  rights: FieldRights | null;
  /** Prefix of the ids of this form on the page. */
  id: string;
  sentences: Sentences;
}

/** Whose rights by field hold in a form. */
export interface FieldRights {
  form: OwnedForm;
  role: Role;
}

const Place = createContext<FormPlace | null>(null);

/** Gives the fields below their form. */
export const FormPlaceProvider = Place.Provider;

/** The form a field stands in. */
export function useFormPlace(): FormPlace {
  const place = useContext(Place);
  if (!place) throw new Error('a field stands outside a form');
  return place;
}

/** What is wrong with a field: as the server said, or as the rules find while it is typed; null for nothing. */
export function faultAt({ form, sentences, lang }: FormPlace, path: string): string | null {
  const said = form.phase.is === 'refused' ? form.phase.faults[path] : undefined;
  if (said !== undefined) return said;
  const found = form.found.find(({ field }) => field === path);
  return found ? sentenceOf(sentences, found, lang) : null;
}

/** All that is wrong with a field or with what lies within it, each sentence once. */
export function faultsUnder({ form, sentences, lang }: FormPlace, path: string, within = true): string[] {
  const lies = (field: string) => field === path || (within && field.startsWith(`${path}.`));
  const said = form.phase.is === 'refused' ? form.phase.faults : {};
  const found = form.found.filter(({ field }) => said[field] === undefined && lies(field));
  const texts = [
    ...Object.entries(said).flatMap(([field, text]) => (lies(field) ? [text] : [])),
    ...found.map((fault) => sentenceOf(sentences, fault, lang)),
  ];
  return [...new Set(texts.filter((text) => text !== null))];
}

/** One field of the form by its path: its value, how it is set, what is wrong with it, and the ids that tie its words to it. */
export interface Field {
  id: string;
  value: unknown;
  set(leaf: unknown): void;
  fault: string | null;
  changed: boolean;
  /** Not to be changed by this person. */
  fixed: boolean;
  /** Only to be asked for: a change of it waits for the office. */
  proposes: boolean;
  /** For the control: its id, and the sentence that says what is wrong. */
  control: { id: string; name: string; disabled: boolean; 'aria-invalid'?: true; 'aria-describedby'?: string };
}

/** The field at a path. */
export function useField(path: string): Field {
  const place = useFormPlace();
  const { form, id: prefix, writable, rights } = place;
  const right = rights && fieldRight(rights.form, rights.role, path);
  const fixed = (writable !== null && !writable.includes(path.split('.')[0] ?? '')) || right === 'none';
  const id = `${prefix}-${path.replaceAll('.', '-')}`;
  const fault = faultAt(place, path);
  const value = leafOf(form.values, path);
  return {
    id,
    value,
    set: (leaf) => form.set(path, leaf),
    fault,
    changed: !sayTheSame(value, leafOf(form.known, path)),
    fixed,
    proposes: !fixed && right === 'propose',
    control: {
      id,
      disabled: fixed,
      name: path,
      ...(fault === null ? {} : { 'aria-invalid': true as const, 'aria-describedby': `${id}-fault` }),
    },
  };
}
