import { useState } from 'react';
import type { OrganisationFormAnswer } from '../../../server/form/form-answers.ts';
import { isLed, organisationFaults, type Problem, type Turnaround } from '../../../server/organisation/rules.ts';
import { send } from '../../api.ts';
import { type FormWords, formWords } from '../../message/form/form-words.ts';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
import type { FormOfPlace } from '../FormHost.tsx';
import { FormSheet } from '../FormSheet.tsx';
import { ChoiceField, DateField, Labelled, Part, RowsField, SelectField, TextField } from '../fields.tsx';
import { type Field, useField, useFormPlace } from '../form-place.ts';
import { ProposedNote } from '../Proposed.tsx';
import { RowDay, RowText } from '../row-fields.tsx';
import { useForm } from '../use-form.ts';
import { peopleOptions } from './people-options.ts';

const freshProblem: Problem = { text: '', measure: null, dueOn: null, doneOn: null };

/** 后进整顿填报 — screened or not, backward or not, and the steps of the turnaround. */
export function OrganisationForm({
  answer,
  place,
  viewer,
  lang,
  onClose,
  onSaved,
}: FormOfPlace<OrganisationFormAnswer>) {
  const words = formWords(lang);
  const form = useForm({
    of: { owner: viewer.key, place: place.code, form: 'organisation' },
    opened: answer,
    send: (sent) => send('PUT', '/places/{code}/forms/organisation', { code: place.code }, sent),
    onSaved,
    check: (values) => organisationFaults(values, answer.today),
  });
  const people = [...answer.options.leaders, ...answer.options.people];
  const { turnaround } = form.values;
  return (
    <FormSheet
      title={words.titles.organisation}
      place={place.name}
      lang={lang}
      today={answer.today}
      form={form}
      writable={answer.writable}
      rights={{ form: 'organisation', role: answer.role ?? viewer.role }}
      saved={answer.saved}
      unchanged={
        answer.values.screenedOn !== null && answer.writable.includes('turnaround') ? words.reportUnchanged : null
      }
      onClose={onClose}
      titleOf={(path) => titlesOf(words)[path] ?? path}
      shownOf={(path, value) => shownOf(path, value, lang, people)}
    >
      <Part title={words.screening}>
        <ProposedNote path="turnaround.namedBy" text={words.turnaroundAsk} />
        <div className="form-grid">
          <TextField path="name" label={words.organisationName} blank="" wide />
          <DateField path="screenedOn" label={words.screenedOn} markToday />
          <Backward known={form.known.turnaround} />
        </div>
      </Part>
      {turnaround !== null && (
        <>
          <TurnaroundPart answer={answer} turnaround={turnaround} lang={lang} />
          <Part title={words.problems}>
            <Problems />
          </Part>
        </>
      )}
    </FormSheet>
  );
}

/** Backward or not: taking it back keeps nothing of the turnaround, naming it again brings back what was known. */
function Backward({ known }: { known: Turnaround | null }) {
  const { words, id, today } = useFormPlace();
  const field = useField('turnaround');
  const backward = field.value !== null;
  const fresh: Turnaround = known ?? {
    namedBy: 'county',
    namedOn: today,
    problems: [],
    leaderId: null,
    groupHeadId: null,
    groupUnits: [],
    guidingUnit: null,
    stationedOn: null,
    signedOffOn: null,
  };
  return (
    <fieldset className="choice field">
      <legend>{words.backward}</legend>
      <div className="choice-row">
        {[true, false].map((is) => (
          <label key={String(is)}>
            <input
              type="radio"
              name={`${id}-backward`}
              checked={backward === is}
              onChange={() => field.set(is ? fresh : null)}
            />
            <span>{is ? words.backwardYes : words.backwardNo}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TurnaroundPart(props: { answer: OrganisationFormAnswer; turnaround: Turnaround; lang: Lang }) {
  const { answer, turnaround, lang } = props;
  const { words } = useFormPlace();
  const { leaders, people } = answer.options;
  return (
    <Part title={words.turnaround} {...(isLed(turnaround) ? {} : { aside: words.noGroup })}>
      <div className="form-grid">
        <ChoiceField
          path="turnaround.namedBy"
          label={words.namedBy}
          options={(['city', 'county'] as const).map((value) => ({ value, title: words.namedByOf[value] }))}
        />
        <DateField path="turnaround.namedOn" label={words.namedOn} />
        <SelectField
          path="turnaround.leaderId"
          label={words.leader}
          none={words.noOne}
          options={peopleOptions(leaders, lang)}
        />
        <SelectField
          path="turnaround.groupHeadId"
          label={words.groupHead}
          none={words.noOne}
          options={peopleOptions([...leaders, ...people], lang)}
        />
        <Units />
        <TextField path="turnaround.guidingUnit" label={words.guidingUnit} />
        <DateField path="turnaround.stationedOn" label={words.stationedOn} markToday />
        <DateField path="turnaround.signedOffOn" label={words.signedOffOn} markToday />
      </div>
    </Part>
  );
}

/** Units of the working group in one line, parted by commas of either kind. */
function Units() {
  const { words } = useFormPlace();
  return (
    <Labelled path="turnaround.groupUnits" label={words.groupUnits} hint={words.groupUnitsHint} wide>
      {(field) => <UnitsLine field={field} />}
    </Labelled>
  );
}

/** Shows the line as it is typed, and as the units read once the person has left it. */
function UnitsLine({ field: { control, value, set } }: { field: Field }) {
  const { lang } = useFormPlace();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...control}
      type="text"
      value={typed ?? (Array.isArray(value) ? value.join(lang === 'zh' ? '、' : ', ') : '')}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value);
        set(unitsOf(event.target.value));
      }}
    />
  );
}

/** Names of units from one line of text. */
function unitsOf(line: string): string[] {
  const units = line.split(/[\u3001\uff0c,;\uff1b]/u).map((unit) => unit.trim());
  return [...new Set(units.filter((unit) => unit !== ''))];
}

function Problems() {
  const { words } = useFormPlace();
  const of = (at: number, name: keyof Problem) => `turnaround.problems.${at}.${name}`;
  return (
    <RowsField
      path="turnaround.problems"
      fresh={freshProblem}
      empty={words.noProblems}
      add={words.addProblem}
      remove={words.removeProblem}
      title={words.problem}
    >
      {(row, at, set) => (
        <div className="form-grid">
          <RowText path={of(at, 'text')} label={words.problemText} value={row.text} onText={(text) => set({ text })} />
          <RowText
            path={of(at, 'measure')}
            label={words.measure}
            value={row.measure ?? ''}
            onText={(measure) => set({ measure: measure || null })}
          />
          <RowDay path={of(at, 'dueOn')} label={words.dueOn} value={row.dueOn} onDay={(dueOn) => set({ dueOn })} />
          <RowDay
            path={of(at, 'doneOn')}
            label={words.doneOn}
            value={row.doneOn}
            onDay={(doneOn) => set({ doneOn })}
            markToday
          />
        </div>
      )}
    </RowsField>
  );
}

function titlesOf(words: FormWords): Record<string, string> {
  return {
    name: words.organisationName,
    screenedOn: words.screenedOn,
    turnaround: words.turnaround,
    'turnaround.namedBy': words.namedBy,
    'turnaround.namedOn': words.namedOn,
    'turnaround.problems': words.problems,
    'turnaround.leaderId': words.leader,
    'turnaround.groupHeadId': words.groupHead,
    'turnaround.groupUnits': words.groupUnits,
    'turnaround.guidingUnit': words.guidingUnit,
    'turnaround.stationedOn': words.stationedOn,
    'turnaround.signedOffOn': words.signedOffOn,
  };
}

function shownOf(
  path: string,
  value: unknown,
  lang: Lang,
  people: OrganisationFormAnswer['options']['people'],
): string {
  const words = formWords(lang);
  if (value === null || value === undefined || value === '')
    return path === 'turnaround' ? words.backwardNo : words.empty;
  if (path === 'turnaround') return words.backwardYes;
  if (path === 'turnaround.problems')
    return (value as Problem[])
      .map(({ text, doneOn }) => (doneOn ? `${text} (${formatDay(doneOn, lang)})` : text))
      .join('\n');
  if (path === 'turnaround.groupUnits') return (value as string[]).join(lang === 'zh' ? '、' : ', ') || words.none;
  if (path === 'turnaround.namedBy') return words.namedByOf[value as 'city' | 'county'];
  if (path.endsWith('Id')) return people.find(({ id }) => id === value)?.name ?? fill(words.entries, { n: 1 });
  return path.endsWith('On') ? formatDay(String(value), lang) : String(value);
}
