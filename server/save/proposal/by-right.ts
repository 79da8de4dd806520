import { sayTheSame } from '../../change/same/rules.ts';
import type { Problem } from '../../organisation/rules.ts';
import { fieldRight, type OwnedForm } from '../../rights/field-rights/rules.ts';
import type { Role } from '../../rights/view.ts';
import { leafOf, withLeaf } from '../leaves/rules.ts';
import { metByText } from '../met-by-text/rules.ts';
import { changedFields } from '../three-way/rules.ts';
import { type Cell, problemsPath } from './rules.ts';

/** What comes of a record sent by somebody. */
export interface ByRight<Values> {
  /** What the sender may set: everything else as it stood. */
  own: Values;
  /** What the sender may only ask for. */
  cells: Cell[];
  /** Paths the sender may neither set nor ask for. */
  foreign: string[];
}

/**
 * 按权限分开 — parts what somebody sends against what stands by the table of field rights. Every door that takes fields of a venue or an organisation from
 * somebody goes through here: form, API, file.
 */
export function byRight<Values extends object>(
  { form, role }: { form: OwnedForm; role: Role },
  standing: Values,
  sent: Values,
): ByRight<Values> {
  const cells: Cell[] = [];
  const foreign: string[] = [];
  let own = sent;
  for (const path of changedFields(standing, sent).keys()) {
    if (path === problemsPath) {
      const parted = problemsByRight({ form, role }, listAt(standing), listAt(sent));
      own = withLeaf(own, path, parted.own);
      cells.push(...parted.cells);
      continue;
    }
    const [from, to] = [leafOf(standing, path), leafOf(sent, path)];
    const ofAcceptance = path === 'stage' && (from === 'accepted' || to === 'accepted');
    const right = fieldRight(form, role, ofAcceptance ? 'stage.accepted' : path);
    if (right === 'write') continue;
    own = withLeaf(own, path, from);
    if (right === 'propose') cells.push({ path, from, to });
    else foreign.push(path);
  }
  return { own, cells, foreign };
}

const listAt = (values: object) => (leafOf(values, problemsPath) ?? []) as Problem[];

function problemsByRight(
  who: { form: OwnedForm; role: Role },
  standing: Problem[],
  sent: Problem[],
): { own: Problem[]; cells: Cell[] } {
  const mayWrite = (side: string) => fieldRight(who.form, who.role, `${problemsPath}.${side}`) === 'write';
  const met = metByText(standing, sent);
  const cells: Cell[] = [];
  const own = standing.flatMap((before, place): Problem[] => {
    const now = met[place];
    if (now === undefined) {
      if (mayWrite('removed')) return [];
      cells.push({ path: problemsPath, of: before.text, from: before, to: null });
      return [before];
    }
    let kept = now;
    for (const side of ['text', 'measure', 'dueOn', 'doneOn'] as const) {
      if (sayTheSame(before[side], now[side]) || mayWrite(side)) continue;
      kept = { ...kept, [side]: before[side] };
      cells.push({ path: `${problemsPath}.${side}`, of: before.text, from: before[side], to: now[side] });
    }
    return [kept];
  });
  const known = new Set(met);
  const added = sent.filter((one) => !known.has(one));
  if (!mayWrite('new')) return { own, cells };
  return { own: cells.length === 0 ? sent : [...own, ...added], cells };
}
