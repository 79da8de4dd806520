import { roleTitles } from '../rights/rights.message.ts';
import { townOffice } from '../task/task.message.ts';
import type { Text } from '../words/text.ts';

interface ProposedTask {
  title: Text;
  /** 责任单位 */
  unit: Text;
  /** Whether somebody of the place answers for it; else the unit names who does. */
  ofPlace: boolean;
}

/** Layers that tell whether a place was visited, which is the county's duty and not the place's. */
const visited = ['inspection-coverage', 'inspection-window', 'inspection-linkage'];

/**
 * 交办 — what a new task begins with: what is missing in a place is put right by its town; a visit owed, and a weak organisation without
 * working group or leader in charge, are for the county's organisation department.
 */
export function proposedTask(at: {
  layer: string;
  cls: string;
  name: string;
  town: string;
  state: Text;
}): ProposedTask {
  const { name, state } = at;
  const office = { unit: roleTitles.office, ofPlace: false };
  if (visited.includes(at.layer))
    return { ...office, title: { zh: `${name}${state.zh}，限期到村督查`, en: `${name}: ${state.en}, to be visited` } };
  if (at.layer === 'organisation-turnaround' && at.cls === 'no-group')
    return {
      ...office,
      title: { zh: `${name}${state.zh}，限期明确到位`, en: `${name}: ${state.en}, to be appointed` },
    };
  return {
    title: { zh: `${name}${state.zh}，限期整改`, en: `${name}: ${state.en}, to be corrected` },
    unit: townOffice(at.town),
    ofPlace: true,
  };
}
