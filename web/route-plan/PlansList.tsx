import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../api.ts';
import { Loading } from '../chrome/States.tsx';
import { routeWords } from '../message/route/route-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import './itinerary/itinerary.css';

/** 下达的督查路线 — for who follows plans and does not make them. */
export function PlansList({ lang }: { lang: Lang }) {
  const { itinerary } = routeWords(lang);
  const plans = useQuery({
    queryKey: ['api', 'route-plans'],
    queryFn: ({ signal }) => ask('/route-plans', {}, signal),
  }).data?.plans;
  const comma = lang === 'zh' ? '、' : ', ';
  if (!plans) return <Loading lang={lang} />;
  return (
    <main className="itineraries">
      <h2>{itinerary.list}</h2>
      {plans.length === 0 && <p className="hint">{itinerary.none}</p>}
      <ul className="plan-list">
        {plans.map(({ id, title, dates, teams, villages, announced, done }) => (
          <li key={id}>
            <Link to="/routes/$plan" params={{ plan: id }} search={lang === 'en' ? { lang } : {}}>
              <strong>{title}</strong>
              <span className="sub">
                {dates.map((on) => formatDay(on, lang)).join(comma)} · {teams.join(comma)}
              </span>
              <span className="sub">
                {fill(itinerary.progress, { done, all: villages })}
                {!announced && ` · ${itinerary.sealed}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
