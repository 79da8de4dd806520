import type { ReactNode } from 'react';
import { fill } from '../ui/format.ts';
import { type Field, useField, useFormPlace } from './form-place.ts';
import { ProposedHint } from './Proposed.tsx';

/** 分组 — a titled part of a form. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="form-part">
      <header>
        <h3>{title}</h3>
        {aside !== undefined && <div className="form-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** What is wrong with a field, tied to its control. */
export function Fault({ field }: { field: Pick<Field, 'id' | 'fault'> }) {
  if (field.fault === null) return null;
  return (
    <p className="form-fault" id={`${field.id}-fault`} data-part="form-fault">
      {field.fault}
    </p>
  );
}

interface LabelledProps {
  path: string;
  label: string;
  hint?: string;
  /** Spans the whole width of the sheet. */
  wide?: boolean;
  children(field: Field): ReactNode;
}

/** A label over its control, with what is wrong below it. */
export function Labelled({ path, label, hint, wide = false, children }: LabelledProps) {
  const field = useField(path);
  return (
    <div className="field" data-wide={wide || undefined} data-changed={field.changed || undefined}>
      <label htmlFor={field.id}>{label}</label>
      {children(field)}
      {hint !== undefined && field.fault === null && <p className="form-hint">{hint}</p>}
      <ProposedHint field={field} />
      <Fault field={field} />
    </div>
  );
}

interface TextProps {
  path: string;
  label: string;
  hint?: string;
  wide?: boolean;
  rows?: number;
  /** What an empty one is kept as; null when left out. */
  blank?: '' | null;
  /** Words offered while typing; any others may be typed. */
  suggested?: string[];
  type?: 'text' | 'tel';
}
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** A line or some lines of text; an empty one is null. */
export function TextField({ rows, type = 'text', suggested, blank = null, ...labelled }: TextProps) {
  return (
    <Labelled {...labelled}>
      {({ control, value, set }) =>
        rows ? (
          <textarea {...control} rows={rows} value={text(value)} onChange={(e) => set(e.target.value || blank)} />
        ) : (
          <>
            <input
              {...control}
              type={type}
              list={suggested && `${control.id}-suggested`}
              value={text(value)}
              onChange={(event) => set(event.target.value || blank)}
            />
            {suggested && (
              <datalist id={`${control.id}-suggested`}>
                {suggested.map((word) => (
                  <option key={word} value={word} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Labelled>
  );
}

/** A day, by the browser's own picker; empty is null. `markToday` sets today at one tap. */
export function DateField({
  markToday = false,
  blank = null,
  ...labelled
}: Omit<TextProps, 'rows' | 'type'> & { markToday?: boolean }) {
  return (
    <Labelled {...labelled}>{(field) => <DateControl field={field} markToday={markToday} blank={blank} />}</Labelled>
  );
}

interface DateControlProps {
  field: Field;
  markToday: boolean;
  label?: string;
  blank?: '' | null;
}

/** The control of a day alone, for tables of days. */
export function DateControl({ field, markToday, label, blank = null }: DateControlProps) {
  const { today, words } = useFormPlace();
  return (
    <span className="form-date">
      <input
        {...field.control}
        type="date"
        aria-label={label}
        value={text(field.value)}
        onChange={(event) => field.set(event.target.value || blank)}
      />
      {markToday && !field.fixed && (
        <button
          type="button"
          className="form-small"
          data-off={text(field.value) !== '' || undefined}
          aria-label={label ? `${label} ${words.today}` : undefined}
          onClick={() => field.set(today)}
        >
          {words.today}
        </button>
      )}
    </span>
  );
}

/** Money typed in 万元 (yuan in English) and kept in fen; empty is null. */
export function MoneyField({ path, label, after }: { path: string; label: string; after?: ReactNode }) {
  const { words } = useFormPlace();
  return (
    <Labelled path={path} label={label}>
      {({ control, value, set }) => (
        <span className="form-money">
          <input
            {...control}
            type="number"
            inputMode="decimal"
            min={0}
            step={words.moneyUnitFen === 100 ? 0.01 : 0.0001}
            key={`${path}-${words.moneyUnitFen}`}
            value={typeof value === 'number' ? value / words.moneyUnitFen : ''}
            onChange={(event) => set(fenOf(event.target.value, words.moneyUnitFen))}
          />
          <span>{words.moneyUnit}</span>
          {after}
        </span>
      )}
    </Labelled>
  );
}

/** Fen from what was typed in a unit of so many; null for nothing. */
function fenOf(typed: string, unitFen: number): number | null {
  return typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * unitFen);
}

export interface Option<Value = string> {
  value: Value;
  title: string;
}

/** One of a list, or nobody yet. */
export function SelectField({
  options,
  none,
  ...labelled
}: Omit<TextProps, 'rows'> & { options: Option[]; none?: string }) {
  return (
    <Labelled {...labelled}>
      {({ control, value, set }) => (
        <select {...control} value={text(value)} onChange={(event) => set(event.target.value || null)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface ChoiceProps<Value> {
  path: string;
  label: string;
  options: Option<Value>[];
  wide?: boolean;
  /** `inline`: the label stands beside it; `heard`: it is only heard, since the part says it. */
  labelled?: 'above' | 'inline' | 'heard';
}

/** A few possibilities side by side, one tap each; by keyboard one stop with arrows between them. */
export function ChoiceField<Value extends string | boolean | null>({
  path,
  label,
  options,
  wide = false,
  labelled = 'above',
}: ChoiceProps<Value>) {
  const field = useField(path);
  return (
    <fieldset
      className={labelled === 'inline' ? 'choice inline' : 'choice field'}
      data-wide={wide || undefined}
      data-changed={field.changed || undefined}
    >
      <legend className={labelled === 'heard' ? 'only-heard' : undefined}>{label}</legend>
      <div className="choice-row">
        {options.map(({ value, title }) => (
          <label key={String(value)} data-value={String(value)}>
            <input
              type="radio"
              {...(value === options[0]?.value ? field.control : {})}
              name={field.id}
              disabled={field.fixed}
              checked={(field.value ?? null) === value}
              onChange={() => field.set(value)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
      <Fault field={field} />
    </fieldset>
  );
}

interface RowsProps<Row> {
  path: string;
  /** A new, empty row. */
  fresh: Row;
  empty: string;
  add: string;
  remove: string;
  title: string;
  children(row: Row, at: number, set: (change: Partial<Row>) => void): ReactNode;
}

/** A list whose rows are added and removed; the list is one field. */
export function RowsField<Row extends object>({ path, fresh, empty, add, remove, title, children }: RowsProps<Row>) {
  const field = useField(path);
  const rows = Array.isArray(field.value) ? (field.value as Row[]) : [];
  const setRow = (at: number) => (change: Partial<Row>) =>
    field.set(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  return (
    <div className="form-rows" data-changed={field.changed || undefined}>
      {rows.length === 0 && <p className="form-nothing">{empty}</p>}
      <ol>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own; their place in the list is it
          <li key={at}>
            <div className="form-row-head">
              <strong>{fill(title, { n: at + 1 })}</strong>
              <button
                type="button"
                className="form-small"
                disabled={field.fixed}
                aria-label={fill(remove, { n: at + 1 })}
                onClick={() => field.set(rows.filter((_, i) => i !== at))}
              >
                ×
              </button>
            </div>
            {children(row, at, setRow(at))}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="form-add"
        id={field.id}
        disabled={field.fixed}
        aria-describedby={field.control['aria-describedby']}
        data-invalid={field.fault === null ? undefined : true}
        onClick={() => field.set([...rows, fresh])}
      >
        ＋ {add}
      </button>
      <Fault field={field} />
    </div>
  );
}
