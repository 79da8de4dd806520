import { useMemo, useState } from 'react';
import type { ChoiceVillage } from '../../server/route-plan/answer.ts';
import { type Reason, type Weighed, weighLeftOut } from '../../server/route-plan/reason/rules.ts';
import { needs, type PlanVillage, wholeMinutes } from '../../server/route-plan/rules.ts';
import type { Travel } from '../../server/route-plan/timing/rules.ts';
import { routeWords } from '../message/route/route-words.ts';
import { type Dragging, useDragRow } from '../ui/dragging.tsx';
import { fill, formatDayShort, type Lang } from '../ui/format.ts';
import { leftOut, moved, type PlanDraft, type TimedShift, withVillage, worthIn } from './plan-work.ts';
import { VillageSettings } from './planner/VillageSettings.tsx';
import { notInField } from './StopRow.tsx';

interface LeftOutProps {
  draft: PlanDraft;
  shifts: TimedShift[];
  byCode: Map<string, ChoiceVillage>;
  travel: Travel;
  lang: Lang;
  dragging: Dragging;
  onChange(draft: PlanDraft): void;
  /** 假如 — locks a village in and searches anew from here. */
  onWhatIf(code: string): void;
}

/** 未选的村 — why each is left out, the cheapest exchange that brings it in, and a person's word over it. */
export function LeftOutList(props: LeftOutProps) {
  const { draft, shifts, byCode, travel, lang, dragging, onChange, onWhatIf } = props;
  const words = routeWords(lang);
  const [sort, setSort] = useState<'sortWorth' | 'sortWay'>('sortWorth');
  const left = useMemo(() => {
    const scoreOf = worthIn(draft, byCode);
    const musts = new Set(draft.villages.flatMap(({ code, need }) => (need === 'must' ? [code] : [])));
    const mayLeave = (code: string) => draft.goal === 'worth' && !musts.has(code);
    return leftOut(draft, scoreOf).map((one) => ({
      ...one,
      weighed: weighLeftOut(one, { shifts, scoreOf, mayLeave, travel }),
    }));
  }, [draft, shifts, travel, byCode]);
  return (
    <section className="left-out" data-part="left-out">
      <h3>{fill(words.left, { count: left.length })}</h3>
      <p className="hint">{words.facts}</p>
      <fieldset className="row sorts">
        {(['sortWorth', 'sortWay'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={sort === one} onClick={() => setSort(one)}>
            {words[one]}
          </button>
        ))}
      </fieldset>
      <ul>
        {(sort === 'sortWay' ? onTheWay(left) : left).map(({ village, weighed }) => (
          <LeftOutRow
            key={village.code}
            {...{ village, weighed, draft, shifts, byCode, lang, dragging, onChange, onWhatIf }}
          />
        ))}
      </ul>
    </section>
  );
}

interface LeftOutRowProps extends Omit<LeftOutProps, 'travel'> {
  village: PlanVillage;
  weighed: Weighed;
}

function LeftOutRow(props: LeftOutRowProps) {
  const { village, weighed, draft, shifts, byCode, lang, dragging, onChange, onWhatIf } = props;
  const words = routeWords(lang);
  const { code, need } = village;
  const name = byCode.get(code)?.name ?? code;
  const { rowProps, handle } = useDragRow({
    id: code,
    dragging,
    label: fill(words.dragIn, { name }),
    handle: '⠿',
    from: notInField,
  });
  return (
    <li {...rowProps}>
      {handle}
      <span className="what">
        <strong>{name}</strong> <span className="sub">{fill(words.worthOf, { score: weighed.score })}</span>
        <span className="sub">{reasonText(weighed, shifts, byCode, lang)}</span>
        {weighed.swap && <span className="sub">{swapText(weighed, shifts, byCode, lang)}</span>}
        <VillageSettings {...{ draft, village, lang, onChange }} name={name} />
      </span>
      <span className="row hands">
        <select
          aria-label={`${words.must}/${words.may}/${words.never} ${name}`}
          value={need}
          onChange={(event) =>
            onChange(withVillage(draft, code, { need: needs.find((one) => one === event.target.value) ?? 'may' }))
          }
        >
          {needs.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
        {need !== 'never' && (
          <button type="button" aria-label={fill(words.whatIfOf, { name })} onClick={() => onWhatIf(code)}>
            {words.whatIf}
          </button>
        )}
        <TakeButton weighed={weighed} {...{ draft, shifts, lang, onChange }} name={name} />
      </span>
    </li>
  );
}

/** Those by the side of a route first: by the minutes they add to it, then by how much a day is too short for them. */
function onTheWay<One extends { weighed: Weighed }>(left: One[]): One[] {
  const detour = ({ weighed: { reason } }: One) =>
    reason.is === 'fits' ? reason.addsSec : 'bySec' in reason ? 86_400 + reason.bySec : 1e9;
  return left.toSorted((a, b) => detour(a) - detour(b));
}

interface TakeProps extends Pick<LeftOutProps, 'draft' | 'shifts' | 'lang' | 'onChange'> {
  weighed: Weighed;
  name: string;
}

/** Puts a village in where it costs least, in place of what the exchange names. */
function TakeButton({ weighed, draft, shifts, lang, onChange, name }: TakeProps) {
  const words = routeWords(lang);
  const { reason, swap, code } = weighed;
  const slot = swap ?? ('shift' in reason ? reason : null);
  const shift = slot && shifts[slot.shift];
  if (!slot || !shift) return null;
  const without = (swap?.out ?? []).reduce((one, out) => moved(one, out, null), draft);
  const take = () => onChange(moved(without, code, { team: shift.team.id, on: shift.route.on, at: slot.at }));
  return (
    <button type="button" aria-label={`${words.take} ${name}`} onClick={take}>
      {words.take}
    </button>
  );
}

function reasonText(
  { reason, code }: Weighed,
  shifts: TimedShift[],
  byCode: Map<string, ChoiceVillage>,
  lang: Lang,
): string {
  const other = reason.is === 'window-closed' && reason.code !== code ? reason.code : null;
  return fill(routeWords(lang).reasons[other === null ? reason.is : 'window-other'], {
    team: 'shift' in reason ? nameOf(shifts[reason.shift], lang) : '',
    minutes: minutesOf(reason),
    other: byCode.get(other ?? '')?.name ?? '',
  });
}

function minutesOf(reason: Reason): number {
  if ('bySec' in reason) return Math.ceil(reason.bySec / 60);
  return 'addsSec' in reason ? wholeMinutes(reason.addsSec) : 0;
}

function swapText(
  { swap, score }: Weighed,
  shifts: TimedShift[],
  byCode: Map<string, ChoiceVillage>,
  lang: Lang,
): string {
  if (!swap) return '';
  const out = swap.out.map((code) => byCode.get(code)?.name ?? code).join(lang === 'zh' ? '、' : ', ');
  const words = routeWords(lang);
  return fill(swap.lost >= score ? words.swapWorse : words.swap, {
    team: nameOf(shifts[swap.shift], lang),
    out,
    lost: swap.lost,
  });
}

const nameOf = (shift: TimedShift | undefined, lang: Lang) =>
  shift ? `${shift.team.name} ${formatDayShort(shift.route.on, lang)}` : '';
