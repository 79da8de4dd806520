import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { ask } from '../api.ts';
import { OfficeHead } from '../chrome/office/OfficeHead.tsx';
import { Loading } from '../chrome/States.tsx';
import { routeWords } from '../message/route/route-words.ts';
import { dressPage } from '../page-look.ts';
import { areasQuery, layersQuery, valuesQuery } from '../queries.ts';
import { may, sessionQuery } from '../session.ts';
import { useView } from '../use-view.ts';
import { PlansList } from './PlansList.tsx';
import { Planner } from './planner/Planner.tsx';
import '../chrome/chrome.css';
import '../chrome/office/office.css';
import '../chrome/office/office-parts.css';
import './routes.css';
import './planner/planner.css';

const layerId = 'inspection-coverage';

/** 督查路线 — where to go tomorrow, by whom, in which order: the office's page. */
export default function RoutesPage() {
  const [view] = useView();
  const { lang } = view;
  const words = routeWords(lang);
  const session = useQuery(sessionQuery()).data;
  const areas = useQuery(areasQuery(view)).data;
  const layers = useQuery(layersQuery(view)).data?.layers;
  const layer = layers?.find(({ id }) => id === layerId);
  const values = useQuery(valuesQuery(layerId, view)).data ?? null;
  const choices = useQuery({
    queryKey: ['api', 'route-choices'],
    queryFn: ({ signal }) => ask('/route-plans/choices', {}, signal),
    enabled: may(session, 'plan-routes'),
    staleTime: 60_000,
  }).data;
  useLayoutEffect(() => dressPage(view), [view]);
  const makes = may(session, 'plan-routes');
  return (
    <div className="office routes-page" data-part="routes-page">
      <OfficeHead title={words.title} lang={lang} />
      {session && !makes && <PlansList lang={lang} />}
      {!makes ? null : areas && layers && layer && choices ? (
        <Planner {...{ areas, layers, layer, values, choices, view }} />
      ) : (
        <Loading lang={lang} />
      )}
    </div>
  );
}
