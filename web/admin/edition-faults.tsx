import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type EditionBodies, type EditionKind, editionSaveFaults } from '../../server/campaign/rules.ts';
import type { FormFaulty } from '../../server/form/form-answers.ts';
import { Refused } from '../api.ts';
import { foundNow } from '../form/found-now.ts';
import { sentenceOf, sentencesQuery } from '../form/sentences.ts';
import type { Lang } from '../ui/format.ts';

/** An edition as it is typed. */
export interface EditionTyped {
  fromOn: string;
  body: EditionBodies[EditionKind];
}

/** What is wrong with a field of the edition, by its path, in words. */
export interface SaidFault {
  field: string;
  text: string;
}

const Faults = createContext<SaidFault[]>([]);

/** Gives the rows below what is wrong with them. */
export const EditionFaults = Faults.Provider;

/** 边填边查 — what is wrong with an edition: as the server said of what was sent, and as its rules find while it is typed. */
export function useEditionFaults(
  {
    kind,
    known,
    typed,
    refusal,
  }: { kind: EditionKind; known: EditionTyped; typed: EditionTyped; refusal: Error | null },
  lang: Lang,
): SaidFault[] {
  const { data: sentences = {} } = useQuery(sentencesQuery);
  const said = refusal instanceof Refused ? ((refusal.problem as Partial<FormFaulty>).faults ?? []) : [];
  const found = foundNow((values) => editionSaveFaults(kind, values), known, typed).filter(
    ({ field }) => !said.some((one) => one.field === field),
  );
  return [
    ...said.map(({ field, text }) => ({ field, text })),
    ...found.flatMap((fault) => {
      const text = sentenceOf(sentences, fault, lang);
      return text === null ? [] : [{ field: fault.field, text }];
    }),
  ];
}

/** What is wrong with one field; null for nothing. */
export function useFaultOf(): (field: string) => string | null {
  const faults = useContext(Faults);
  return (field) => faults.find((one) => one.field === field)?.text ?? null;
}

/** For a control in a row: whether it is what is wrong. */
export function useInvalid(): (field: string) => { 'aria-invalid'?: true } {
  const faultOf = useFaultOf();
  return (field) => (faultOf(field) === null ? {} : { 'aria-invalid': true });
}

/** Below a row: what is wrong with it, or with anything in it, each sentence once. */
export function RowFaults({ of, within = true }: { of: string; within?: boolean }) {
  const faults = useContext(Faults);
  const texts = new Set(
    faults.filter(({ field }) => field === of || (within && field.startsWith(`${of}.`))).map(({ text }) => text),
  );
  return [...texts].map((text) => (
    <p key={text} className="field-fault row-fault" data-part="form-fault">
      {text}
    </p>
  ));
}
