import type { ChecklistItem } from '../../server/venue/rules.ts';
import { send } from '../api.ts';
import { type FormWords, formWords } from '../message/form-words.ts';
import { fill, formatDay, formatMoney, type Lang } from '../ui/format.ts';
import type { FormOfPlace } from './FormHost.tsx';
import { FormSheet } from './FormSheet.tsx';
import { ChoiceField, DateControl, DateField, MoneyField, Part } from './fields.tsx';
import { useField, useFormPlace } from './form-place.ts';
import { leafOf } from './leaves.ts';
import type { VenueFormAnswer } from './shapes.ts';
import { useForm } from './use-form.ts';

const groups = ['rooms', 'connections', 'haves'] as const;

/** 阵地填报 — stage, the 19 items, milestones, acceptance and subsidy of one venue; who only accepts sees the rest without changing it. */
export function VenueForm({ answer, place, viewer, lang, onClose, onSaved }: FormOfPlace<VenueFormAnswer>) {
  const words = formWords(lang);
  const { options } = answer;
  const form = useForm({
    of: { accountId: viewer.id, place: place.code, form: 'venue' },
    opened: answer,
    send: (sent) => send('PUT', `/api/places/${encodeURIComponent(place.code)}/forms/venue`, sent),
    onSaved,
  });
  const named = (list: { key: string; title: { zh: string; en: string } }[], key: string) =>
    list.find((one) => one.key === key)?.title[lang] ?? key;
  const reports = viewer.rights['report-venue'] !== 'none';
  return (
    <FormSheet
      title={words.titles.venue}
      place={place.name}
      lang={lang}
      today={answer.today}
      form={form}
      onClose={onClose}
      titleOf={(path) => titleOf(path, words, (key) => named([...options.checklist, ...options.milestones], key))}
      shownOf={(path, value) => shownOf(path, value, lang, (key) => named(options.stages, key))}
    >
      <fieldset disabled={!reports}>
        <Part title={words.stage}>
          <div className="form-grid">
            <ChoiceField
              path="stage"
              label={words.stage}
              wide
              options={options.stages.map(({ key, title }) => ({ value: key, title: title[lang] }))}
            />
            <DateField path="reportedOn" label={words.reportedOn} hint={words.reportedOnHint} />
          </div>
        </Part>
        <Part title={words.schedule}>
          <Milestones milestones={options.milestones} />
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
      </fieldset>
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

function Milestones({ milestones }: Pick<VenueFormAnswer['options'], 'milestones'>) {
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
        {milestones.map(({ key, title }) => (
          <tr key={key}>
            <th scope="row">{title[lang]}</th>
            <td data-label={words.planned}>
              <DayCell
                path={`milestones.${key}.plannedOn`}
                label={`${title[lang]} ${words.planned}`}
                markToday={false}
              />
            </td>
            <td data-label={words.done}>
              <DayCell path={`milestones.${key}.doneOn`} label={`${title[lang]} ${words.done}`} markToday />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ path, label, markToday }: { path: string; label: string; markToday: boolean }) {
  const field = useField(path);
  return (
    <>
      <DateControl field={field} markToday={markToday} label={label} />
      {field.fault !== null && (
        <p className="form-fault" id={`${field.id}-fault`} data-part="form-fault">
          {field.fault}
        </p>
      )}
    </>
  );
}

function ItemGroup({ title, items }: { title: string; items: ChecklistItem[] }) {
  const { form, words, lang } = useFormPlace();
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
          aria-label={`${title} ${words.allYes}`}
          onClick={() => form.setAll(Object.fromEntries(items.map(({ key }) => [`items.${key}`, true])))}
        >
          {words.allYes}
        </button>
      </h4>
      <div className="form-items">
        {items.map((item) => (
          <ChoiceField key={item.key} path={`items.${item.key}`} label={item.title[lang]} inline options={states} />
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
  const { form, words } = useFormPlace();
  const { subsidyFen, subsidyPaidFen } = form.values;
  if (typeof subsidyFen !== 'number' || subsidyFen === subsidyPaidFen) return null;
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
  if (field === 'milestones') return `${named(key)} ${side === 'doneOn' ? words.done : words.planned}`;
  return titles[field ?? ''] ?? path;
}

function shownOf(path: string, value: unknown, lang: Lang, stage: (key: string) => string): string {
  const words = formWords(lang);
  if (value === null || value === undefined) return path.startsWith('items.') ? words.unknown : words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatMoney(value, lang);
  return path === 'stage' ? stage(String(value)) : formatDay(String(value), lang);
}
