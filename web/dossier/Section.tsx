import { type ReactNode, useId } from 'react';
import { EditButton } from '../form/EditButton.tsx';
import type { FormKind } from '../form/form-door.ts';
import type { Lang } from '../ui/format.ts';
import type { Reading } from './reading.ts';

interface SectionProps {
  title: string;
  aside?: ReactNode;
  /** The form that changes what the part shows, in the language it opens in. */
  form?: { kind: FormKind; lang: Lang };
  /** What else may be done there, where the way to a form would be. */
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of the dossier; `aside` stands at the right of the title, the way to its form at the very end. */
export function Section({ title, aside, form, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className="dossier-section" aria-labelledby={id}>
      <div className="dossier-section-head">
        <h3 id={id}>{title}</h3>
        {aside !== undefined && <span className="dossier-aside">{aside}</span>}
        {form && <EditButton {...form} />}
        {action}
      </div>
      {children}
    </section>
  );
}

/** Says plainly that nothing was reported. */
export function NotReported({ reading }: { reading: Reading }) {
  return (
    <span className="not-reported" data-part="not-reported">
      {reading.words.notReported}
    </span>
  );
}

/** Names and values in two columns; a null value reads as not reported. */
export function Facts({ facts, reading }: { facts: (readonly [string, ReactNode])[]; reading: Reading }) {
  return (
    <dl className="dossier-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <NotReported reading={reading} />}</dd>
        </div>
      ))}
    </dl>
  );
}
