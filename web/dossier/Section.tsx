import { type ReactNode, useId } from 'react';
import type { Reading } from './reading.ts';

/** A titled part of the dossier; `aside` stands at the right of the title. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="dossier-section" aria-labelledby={id}>
      <div className="dossier-section-head">
        <h3 id={id}>{title}</h3>
        {aside !== undefined && <span className="dossier-aside">{aside}</span>}
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
