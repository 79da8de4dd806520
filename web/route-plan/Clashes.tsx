import { useQuery } from '@tanstack/react-query';
import type { PlanClash } from '../../server/route-plan/plan-clash.ts';
import { send } from '../api.ts';
import { routeWords } from '../message/route/route-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import type { PlanDraft } from './plan-work.ts';

/** Lines shown before the rest is only counted. */
const shownFirst = 4;

interface ClashesProps {
  draft: PlanDraft;
  id: string;
  nameOf(code: string): string;
  lang: Lang;
}

/** 重复安排 — what the teams and villages of the plan at hand have on its days already, said while it is planned. */
export function Clashes({ draft, id, nameOf, lang }: ClashesProps) {
  const { dates, teams, routes } = draft;
  const found = useQuery({
    queryKey: ['api', 'route-plans', 'clashes', id, dates, teams.map(({ name }) => name), routes],
    queryFn: () => send('POST', '/route-plans/{plan}/clashes', { plan: id }, { dates, teams, routes }),
    enabled: teams.length > 0,
    placeholderData: (before) => before,
  }).data?.clashes;
  if (!found || found.length === 0) return null;
  return (
    <section className="clashes" role="status" data-part="plan-clashes">
      <strong>{fill(routeWords(lang).clashes, { count: found.length })}</strong>
      <ClashLines clashes={found} nameOf={nameOf} lang={lang} />
    </section>
  );
}

/** Each clash in one line; of many only the first ones, then how many more there are. */
export function ClashLines({
  clashes,
  nameOf,
  lang,
}: Pick<ClashesProps, 'nameOf' | 'lang'> & { clashes: PlanClash[] }) {
  const words = routeWords(lang);
  const comma = lang === 'zh' ? '、' : ', ';
  const lines = clashes.map(({ on, team, code, by }) =>
    fill(team === null ? words.villageClash : words.teamClash, {
      day: formatDay(on, lang),
      who: team ?? nameOf(code ?? ''),
      team: by.team ?? words.noTeam,
      villages: by.codes.map(nameOf).join(comma),
      plan: by.made
        ? words.visitMade
        : by.plan === null
          ? words.visitPlan
          : by.published
            ? by.plan
            : fill(words.unissuedPlan, { plan: by.plan }),
    }),
  );
  return (
    <ul>
      {lines.slice(0, shownFirst).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > shownFirst && (
        <li>
          <details>
            <summary>{fill(words.moreClashes, { count: lines.length - shownFirst })}</summary>
            <ul>
              {lines.slice(shownFirst).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}
