import { createContext, useContext } from 'react';
import type { Action } from '../../server/rights/rights.message.ts';
import type { SessionAnswer } from '../../server/user/answer.ts';

/** 表单 — the forms a place has, and those of the office. */
export type FormKind = 'venue' | 'organisation' | 'responsible' | 'visit' | 'plan' | 'areas' | 'visits';

/** What one needs a right to, to open a form; any of them is enough. */
export const formActions: Record<FormKind, Action[]> = {
  venue: ['report-venue', 'accept-venue'],
  organisation: ['report-organisation'],
  responsible: ['set-responsible'],
  visit: ['record-visit', 'plan-visit'],
  plan: ['plan-visit'],
  areas: ['change-areas'],
  visits: ['plan-visit', 'record-visit'],
};

/** Whether somebody may open a form at a place: `codes` are the place's own and those of what it lies in. */
export function mayOpen(session: SessionAnswer | undefined, kind: FormKind, codes: string[]): boolean {
  const viewer = session?.viewer;
  if (!viewer) return false;
  const here = viewer.places.length === 0 || viewer.places.some(({ code }) => codes.includes(code));
  return formActions[kind].some((action) => {
    const reach = viewer.rights[action];
    return reach === 'county' || (reach === 'own' && here);
  });
}

/** The way from what is shown to the form that changes it. */
export interface FormDoor {
  may(kind: FormKind): boolean;
  /** Opens a form, of one record where there are several. */
  open(kind: FormKind, record?: string): void;
}

const Door = createContext<FormDoor | null>(null);

/** Gives the panels below a way to the forms of their place. */
export const FormDoorProvider = Door.Provider;

/** The way to the forms; null where nothing is to be changed, as on a day gone by. */
export function useFormDoor(): FormDoor | null {
  return useContext(Door);
}
