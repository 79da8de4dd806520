import { type ComponentProps, type ReactNode, useId } from 'react';
import { Field } from '../../ui/Field.tsx';
import { type Field as FormField, useField } from '../form-place.ts';

interface LineProps extends Omit<ComponentProps<typeof Field>, 'value' | 'fault' | 'onText'> {
  path: string;
  /** What of what was typed is held; all of it when left out. */
  taken?: (text: string) => unknown;
}

/** One labelled line of a form, with what is wrong with it below. */
export function LineField({ path, taken = (text) => text, ...field }: LineProps) {
  const { value, fault, set } = useField(path);
  return <Field {...field} value={String(value ?? '')} fault={fault} onText={(text) => set(taken(text))} />;
}

interface PickProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  path: string;
  label: string;
  /** What a choice sets; the field itself when left out. */
  onPick?: (value: string) => void;
  /** What is chosen, where that is not the field as it stands. */
  chosen?: string;
  children: ReactNode;
}

/** One of a list in a form, with what is wrong with it below. */
export function PickField({ path, label, onPick, chosen, children, ...select }: PickProps) {
  const id = useId();
  const { value, fault, set } = useField(path);
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select
        {...select}
        id={id}
        value={chosen ?? String(value ?? '')}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={({ target }) => (onPick ?? set)(target.value)}
      >
        {children}
      </select>
      <FaultLine id={`${id}-fault`} fault={fault} />
    </p>
  );
}

interface TiedProps {
  path: string;
  label: ReactNode;
  className?: string;
  part?: string;
  children(field: Tied): ReactNode;
}

/** What a control within its label is given: its words, how they change, and what ties its fault to it. */
interface Tied {
  text: string;
  set: FormField['set'];
  control: { 'aria-invalid'?: true; 'aria-describedby'?: string };
}

/** A label around its control, with what is wrong with it below. */
export function TiedField({ path, label, className, part, children }: TiedProps) {
  const { id, value, fault, set } = useField(path);
  const invalid = { 'aria-invalid': true as const, 'aria-describedby': `${id}-fault` };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands within
    <label className={className} data-part={part}>
      {label}
      {children({ text: String(value ?? ''), set, control: fault === null ? {} : invalid })}
      <FaultLine id={`${id}-fault`} fault={fault} />
    </label>
  );
}

function FaultLine({ id, fault }: { id: string; fault: string | null }) {
  if (fault === null) return null;
  return (
    <small id={id} className="field-fault" data-part="form-fault">
      {fault}
    </small>
  );
}
