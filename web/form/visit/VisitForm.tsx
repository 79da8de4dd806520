import { useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { FormSave } from '../../../server/form/form-answers.ts';
import type { VisitFormValues, VisitForm as VisitOpened } from '../../../server/inspection/answer.ts';
import type { VisitMove } from '../../../server/inspection/rules.ts';
import { type Finding, visitFaults, visitLevels } from '../../../server/inspection/rules.ts';
import type { SignedIn } from '../../../server/user/answer.ts';
import { send } from '../../api.ts';
import { type FormWords, formWords } from '../../message/form/form-words.ts';
import { fill, formatDay, type Lang } from '../../ui/format.ts';
import { FormSheet } from '../FormSheet.tsx';
import { ChoiceField, DateField, Part, RowsField, SelectField, TextField } from '../fields.tsx';
import { useFormPlace } from '../form-place.ts';
import { peopleOptions } from '../place/people-options.ts';
import { RowDay, RowText } from '../row-fields.tsx';
import { useForm } from '../use-form.ts';
import { VillagePicks } from './VillagePicks.tsx';

interface VisitProps {
  answer: Pick<VisitOpened, 'number' | 'values' | 'base' | 'today' | 'writable' | 'saved' | 'options'>;
  /** Id of the visit; null for a new one. */
  record: string | null;
  /** Where the sheet was opened, for its title and its draft. */
  place: { code: string; name: string };
  areas: AreasAnswer;
  viewer: SignedIn;
  lang: Lang;
  onClose(): void;
  onSaved(): void;
}

const freshFinding: Finding = { text: '', closedOn: null };

/** 督查 — planned by the office, recorded by who made it; a planned visit without findings is noted at one tap. */
export function VisitForm({ answer, record, place, areas, viewer, lang, onClose, onSaved }: VisitProps) {
  const words = formWords(lang);
  const { options } = answer;
  const form = useForm<VisitFormValues>({
    of: { owner: viewer.key, place: record ?? place.code, form: 'visit' },
    opened: answer,
    send: (sent) => sendVisit(record, sent),
    onSaved,
    check: ({ state, ...said }) =>
      state === 'withdrawn' ? [] : visitFaults({ ...said, state: state === 'planned' ? state : 'made' }, answer.today),
  });
  const { values } = form;
  const names = new Map(areas.villages.map(({ code, name }) => [code, name]));
  const plans = viewer.rights['plan-visit'] !== 'none';
  return (
    <FormSheet
      title={record === null && values.state === 'planned' ? words.titles.plan : words.titles.visit}
      place={record === null ? place.name : (answer.number ?? place.name)}
      lang={lang}
      today={answer.today}
      form={form}
      writable={answer.writable}
      saved={answer.saved}
      onClose={onClose}
      asIs={record === null}
      titleOf={(path) => titleOf(path, words)}
      shownOf={(path, value) =>
        path === 'places'
          ? placesText(value as VisitFormValues['places'], names, words)
          : shownOf(path, value, lang, options.leaders)
      }
      {...(values.state === 'planned' ? { saveTitle: words.savePlan } : {})}
      more={record !== null && <VisitEnds form={form} words={words} plans={plans} today={answer.today} />}
    >
      <Part title={words.titles.visit}>
        <div className="form-grid">
          {(record === null ? plans : form.known.state === 'planned') && (
            <ChoiceField
              path="state"
              label={words.visitStateLabel}
              options={(['planned', 'made'] as const).map((value) => ({ value, title: words.visitState[value] }))}
            />
          )}
          <ChoiceField
            path="announced"
            label={words.announced}
            options={[
              { value: true, title: words.announcedYes },
              { value: false, title: words.announcedNo },
            ]}
          />
          <DateField
            path="occurredOn"
            blank=""
            label={values.state === 'planned' ? words.visitPlannedOn : words.visitOn}
          />
          <SelectField
            path="level"
            label={words.visitLevel}
            options={visitLevels.map((level) => ({ value: level, title: words.visitLevels[level] }))}
          />
          <TextField path="team" label={words.team} suggested={options.teams} />
          <SelectField
            path="leaderId"
            label={words.visitLeader}
            none={words.noOne}
            options={peopleOptions(options.leaders, lang)}
          />
        </div>
        {values.state === 'planned' && !values.announced && <p className="form-hint">{words.unannouncedHint}</p>}
      </Part>
      <Part title={words.villages} aside={fill(words.villagesChosen, { n: values.places.length })}>
        <VillagePicks areas={areas} folded={values.places.length > 0} />
      </Part>
      {values.state !== 'planned' &&
        values.places.map(({ code }, at) => (
          <Part key={code} title={fill(words.findingsOf, { name: names.get(code) ?? code })}>
            <Findings at={at} />
          </Part>
        ))}
    </FormSheet>
  );
}

function sendVisit(record: string | null, save: FormSave<VisitFormValues>): Promise<unknown> {
  if (record !== null) return send('PUT', '/visits/{id}', { id: record }, save);
  const { id, values, confirm } = save;
  return send('POST', '/visits', {}, { id, values, ...(confirm ? { confirm } : {}) });
}

interface EndsProps {
  form: ReturnType<typeof useForm<VisitFormValues>>;
  words: FormWords;
  plans: boolean;
  today: string;
}

/** The ways a visit ends at one tap: a plan made without findings, or withdrawn by the office; findings of one made all closed. */
function VisitEnds({ form, words, plans, today }: EndsProps) {
  const [sure, setSure] = useState(false);
  const { values } = form;
  const clear = values.places.map(({ code }) => ({ code, findings: [] }));
  if (form.known.state === 'made') {
    const open = values.places.some(({ findings }) => findings.some(({ closedOn }) => closedOn === null));
    if (!open || form.changed.length > 0) return null;
    return (
      <button
        type="button"
        className="form-quiet"
        data-part="visit-close"
        onClick={() => void form.save({ ...values, state: 'closed' })}
      >
        {words.closeVisit}
      </button>
    );
  }
  const occurredOn = values.occurredOn < today ? values.occurredOn : today;
  return (
    <>
      {plans && (
        <button
          type="button"
          className="form-quiet"
          data-part="visit-withdraw"
          onBlur={() => setSure(false)}
          onClick={() => (sure ? void form.save({ ...values, state: 'withdrawn' }) : setSure(true))}
        >
          {sure ? words.withdrawSure : words.withdraw}
        </button>
      )}
      {values.state === 'planned' && (
        <button
          type="button"
          className="form-quiet"
          data-part="visit-no-change"
          title={words.noChangeHint}
          onClick={() => void form.save({ ...values, occurredOn, state: 'made', places: clear })}
        >
          {words.noChange}
        </button>
      )}
    </>
  );
}

function Findings({ at: place }: { at: number }) {
  const { words } = useFormPlace();
  const of = (at: number, name: keyof Finding) => `places.${place}.findings.${at}.${name}`;
  return (
    <RowsField
      path={`places.${place}.findings`}
      fresh={freshFinding}
      empty={words.noFindings}
      add={words.addFinding}
      remove={words.removeFinding}
      title={words.finding}
    >
      {(row, at, set) => (
        <div className="form-grid">
          <RowText path={of(at, 'text')} label={words.findingText} value={row.text} onText={(text) => set({ text })} />
          <RowDay
            path={of(at, 'closedOn')}
            label={words.findingClosed}
            value={row.closedOn}
            onDay={(closedOn) => set({ closedOn })}
            markToday
          />
        </div>
      )}
    </RowsField>
  );
}

function titleOf(path: string, words: FormWords): string {
  const titles: Record<string, string> = {
    places: words.villages,
    occurredOn: words.visitOn,
    level: words.visitLevel,
    announced: words.announced,
    team: words.team,
    leaderId: words.visitLeader,
    state: words.visitStateLabel,
  };
  return titles[path] ?? path;
}

function shownOf(path: string, value: unknown, lang: Lang, leaders: VisitOpened['options']['leaders']): string {
  const words = formWords(lang);
  if (value === null || value === undefined) return words.empty;
  if (path === 'announced') return value ? words.announcedYes : words.announcedNo;
  if (path === 'state') return words.visitState[value as VisitMove];
  if (path === 'leaderId') return leaders.find(({ id }) => id === value)?.name ?? words.empty;
  return path.endsWith('On') ? formatDay(String(value), lang) : String(value);
}

function placesText(places: VisitFormValues['places'], names: Map<string, string>, words: FormWords): string {
  return places
    .map(({ code, findings }) => [
      names.get(code) ?? code,
      findings.map(({ text }) => text).join(' / ') || words.noFindings,
    ])
    .map((parts) => parts.join(': '))
    .join('\n');
}
