import type { VenueFormAnswer } from '../../../server/form/form-answers.ts';
import { leafOf } from '../../../server/save/leaves/rules.ts';
import { doneDayFaults } from '../../../server/save/rules.ts';
import {
  type ChecklistItem,
  type MilestoneKey,
  milestoneKeys,
  type Stage,
  stages,
  venueFaults,
} from '../../../server/venue/rules.ts';
import { send } from '../../api.ts';
import { type FormWords, formWords } from '../../message/form/form-words.ts';
import { fill, formatDay, formatMoney, type Lang } from '../../ui/format.ts';
import type { FormOfPlace } from '../FormHost.tsx';
import { FormSheet } from '../FormSheet.tsx';
import { ChoiceField, DateControl, DateField, MoneyField, Part } from '../fields.tsx';
import { useField, useFormPlace } from '../form-place.ts';
import { ProposedHint, ProposedNote } from '../Proposed.tsx';
import { useForm } from '../use-form.ts';
import { WaitingRequest } from '../WaitingRequest.tsx';

const groups = ['rooms', 'connections', 'haves'] as const;

/** 阵地填报 — stage, the 19 items, milestones, acceptance and subsidy of one venue; who only accepts sees the rest without changing it. */
export function VenueForm({ answer, place, viewer, lang, onClose, onSaved }: FormOfPlace<VenueFormAnswer>) {
  const words = formWords(lang);
  const { options } = answer;
  const form = useForm({
    of: { owner: viewer.key, place: place.code, form: 'venue' },
    opened: answer,
    send: (sent) => send('PUT', '/places/{code}/forms/venue', { code: place.code }, sent),
    onSaved,
    check: (values) => [
      ...venueFaults(values, answer.today, [
        ...options.checklist.map(({ key }) => key),
        ...Object.keys(answer.values.items),
      ]),
      ...doneDayFaults('reportedOn', values.reportedOn ?? null, answer.today),
    ],
  });
  const named = (key: string) => options.checklist.find((one) => one.key === key)?.title[lang] ?? key;
  return (
    <FormSheet
      title={words.titles.venue}
      place={place.name}
      lang={lang}
      today={answer.today}
      form={form}
      writable={answer.writable}
      rights={{ form: 'venue', role: answer.role ?? viewer.role }}
      saved={answer.saved}
      unchanged={answer.values.stage !== null && answer.writable.includes('stage') ? words.reportUnchanged : null}
      onClose={onClose}
      titleOf={(path) => titleOf(path, words, named)}
      shownOf={(path, value) => shownOf(path, value, lang)}
    >
      <Part title={words.stage}>
        <div className="form-grid">
          <ChoiceField
            path="stage"
            label={words.stage}
            labelled="heard"
            wide
            options={stages.map((stage) => ({ value: stage, title: words.stages[stage] }))}
          />
          <DateField path="reportedOn" label={words.reportedOn} hint={words.reportedOnHint} />
        </div>
      </Part>
      <Part title={words.schedule}>
        <ProposedNote path="milestones.start.plannedOn" text={words.planAsk} />
        <WaitingRequest place={place.code} form="venue" lang={lang} />
        <Milestones first={new Map(options.milestones.map(({ key, firstPlannedOn }) => [key, firstPlannedOn]))} />
      </Part>
      <Part title={words.checklist} aside={<HasCount checklist={options.checklist} />}>
        {groups.map((group) => (
          <ItemGroup
            key={group}
            title={words.groups[group]}
            items={options.checklist.filter((item) => item.group === group)}
          />
        ))}
      </Part>
      <Part title={words.acceptance}>
        <div className="form-grid">
          <DateField path="organisationAcceptedOn" label={words.organisationAccepted} markToday />
          <DateField path="financeAcceptedOn" label={words.financeAccepted} markToday />
          <MoneyField path="subsidyFen" label={words.subsidy} />
          <MoneyField path="subsidyPaidFen" label={words.subsidyPaid} after={<PaidInFull />} />
        </div>
      </Part>
    </FormSheet>
  );
}

/** The dates of each milestone; beside a plan that was moved stands the `first`. */
function Milestones({ first }: { first: Map<string, string | null> }) {
  const { words, lang } = useFormPlace();
  return (
    <table className="form-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.planned}</th>
          <th scope="col">{words.done}</th>
        </tr>
      </thead>
      <tbody>
        {milestoneKeys.map((key) => (
          <tr key={key}>
            <th scope="row">{words.milestones[key]}</th>
            <td data-label={words.planned}>
              <DayCell
                path={`milestones.${key}.plannedOn`}
                label={`${words.milestones[key]} ${words.planned}`}
                markToday={false}
              />
              <FirstPlan day={first.get(key) ?? null} text={words.firstPlanned} lang={lang} />
            </td>
            <td data-label={words.done}>
              <DayCell path={`milestones.${key}.doneOn`} label={`${words.milestones[key]} ${words.done}`} markToday />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FirstPlan({ day, text, lang }: { day: string | null; text: string; lang: Lang }) {
  return day === null ? null : (
    <p className="form-hint" data-part="form-first-plan">
      {fill(text, { day: formatDay(day, lang) })}
    </p>
  );
}

function DayCell({ path, label, markToday }: { path: string; label: string; markToday: boolean }) {
  const field = useField(path);
  return (
    <>
      <DateControl field={field} markToday={markToday} label={label} />
      <ProposedHint field={field} />
      {field.fault !== null && (
        <p className="form-fault" id={`${field.id}-fault`} data-part="form-fault">
          {field.fault}
        </p>
      )}
    </>
  );
}

function ItemGroup({ title, items }: { title: string; items: ChecklistItem[] }) {
  const { form, words, lang, writable } = useFormPlace();
  const has = items.filter(({ key }) => leafOf(form.values, `items.${key}`) === true).length;
  const states = [
    { value: true, title: words.yes },
    { value: false, title: words.no },
    { value: null, title: words.unknown },
  ];
  return (
    <>
      <h4 className="form-group-head">
        {title}
        <span>{fill(words.checklistCount, { has, all: items.length })}</span>
        <button
          type="button"
          className="form-small"
          hidden={writable !== null && !writable.includes('items')}
          aria-label={`${title} ${words.allYes}`}
          onClick={() => form.setAll(Object.fromEntries(items.map(({ key }) => [`items.${key}`, true])))}
        >
          {words.allYes}
        </button>
      </h4>
      <div className="form-items">
        {items.map((item) => (
          <ChoiceField
            key={item.key}
            path={`items.${item.key}`}
            label={item.title[lang]}
            labelled="inline"
            options={states}
          />
        ))}
      </div>
    </>
  );
}

function HasCount({ checklist }: { checklist: ChecklistItem[] }) {
  const { form, words } = useFormPlace();
  const has = checklist.filter(({ key }) => leafOf(form.values, `items.${key}`) === true).length;
  return fill(words.checklistCount, { has, all: checklist.length });
}

function PaidInFull() {
  const { form, words, writable } = useFormPlace();
  const subsidyFen = leafOf(form.values, 'subsidyFen');
  if (writable !== null && !writable.includes('subsidyPaidFen')) return null;
  if (typeof subsidyFen !== 'number' || subsidyFen === leafOf(form.values, 'subsidyPaidFen')) return null;
  return (
    <button type="button" className="form-small" onClick={() => form.set('subsidyPaidFen', subsidyFen)}>
      {words.fullyPaid}
    </button>
  );
}

/** A field of the venue in words: `milestones.built.doneOn` → 建成 完成日期. */
function titleOf(path: string, words: FormWords, named: (key: string) => string): string {
  const [field, key = '', side] = path.split('.');
  const titles: Record<string, string> = {
    stage: words.stage,
    reportedOn: words.reportedOn,
    organisationAcceptedOn: words.organisationAccepted,
    financeAcceptedOn: words.financeAccepted,
    subsidyFen: words.subsidy,
    subsidyPaidFen: words.subsidyPaid,
  };
  if (field === 'items') return named(key);
  if (field === 'milestones')
    return `${words.milestones[key as MilestoneKey]} ${side === 'doneOn' ? words.done : words.planned}`;
  return titles[field ?? ''] ?? path;
}

function shownOf(path: string, value: unknown, lang: Lang): string {
  const words = formWords(lang);
  if (value === null || value === undefined) return path.startsWith('items.') ? words.unknown : words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatMoney(value, lang);
  return path === 'stage' ? words.stages[value as Stage] : formatDay(String(value), lang);
}
