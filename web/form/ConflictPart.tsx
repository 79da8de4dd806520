import { useEffect, useRef } from 'react';
import type { FormValues } from '../../server/save/leaves/rules.ts';
import { formWords } from '../message/form/form-words.ts';
import { fill, type Lang } from '../ui/format.ts';
import { type Choice, whoOf } from './save/conflict.ts';
import type { Phase } from './save/phase.ts';
import type { Form } from './use-form.ts';

interface ConflictProps<Values extends FormValues> {
  form: Form<Values>;
  phase: Extract<Phase, { is: 'conflict' }>;
  lang: Lang;
  titleOf(path: string): string;
  shownOf(path: string, value: unknown): string;
}

/** 两人同改 — field by field one's own value and what the other saved, to be chosen; nothing is overwritten unseen. */
export function ConflictPart<Values extends FormValues>({
  form,
  phase,
  lang,
  titleOf,
  shownOf,
}: ConflictProps<Values>) {
  const words = formWords(lang);
  const { conflicts, taken, by } = phase;
  const open = conflicts.filter(({ path }) => form.choices[path] === undefined).length;
  const part = useRef<HTMLElement>(null);
  useEffect(() => part.current?.focus(), []);
  const all = (choice: Choice) => {
    for (const { path } of conflicts) form.choose(path, choice);
  };
  return (
    <section className="form-conflict" data-part="form-conflict" role="alert" tabIndex={-1} ref={part}>
      <h3>{fill(words.conflictTitle, { who: whoOf(by, lang) })}</h3>
      <p>{conflicts.length > 0 ? fill(words.conflictText, { n: conflicts.length }) : words.conflictNone}</p>
      {taken.length > 0 && (
        <p className="form-hint">
          {fill(words.conflictTaken, { fields: taken.map(titleOf).join(lang === 'zh' ? '、' : ', ') })}
        </p>
      )}
      {conflicts.length > 1 && (
        <p className="form-conflict-all">
          <button type="button" className="form-link" onClick={() => all('mine')}>
            {words.allMine}
          </button>
          <button type="button" className="form-link" onClick={() => all('theirs')}>
            {words.allTheirs}
          </button>
        </p>
      )}
      {conflicts.map(({ path, known, mine, theirs }) => (
        <fieldset key={path} className="form-conflict-field" data-path={path}>
          <legend>
            {titleOf(path)}
            <small>{fill(words.was, { value: shownOf(path, known) })}</small>
          </legend>
          {(['mine', 'theirs'] as const).map((choice) => (
            <label key={choice} data-choice={choice}>
              <input
                type="radio"
                name={`conflict-${path}`}
                checked={form.choices[path] === choice}
                onChange={() => form.choose(path, choice)}
              />
              <span>
                <small>{words[choice]}</small>
                {shownOf(path, choice === 'mine' ? mine : theirs)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        className="form-primary"
        data-part="form-settle"
        disabled={open > 0}
        onClick={() => void form.settle()}
      >
        {open > 0 ? fill(words.chooseAll, { n: open }) : words.saveChosen}
      </button>
    </section>
  );
}
