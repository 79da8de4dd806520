import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { renderSVG } from 'uqr';
import type { ItinerariesAnswer, Itinerary } from '../../../server/route-plan/itinerary/answer.ts';
import { clockText } from '../../../server/route-plan/rules.ts';
import { address, ask } from '../../api.ts';
import { OfficeHead } from '../../chrome/office/OfficeHead.tsx';
import { Loading } from '../../chrome/States.tsx';
import { accountWords } from '../../message/account/account-words.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { dressPage } from '../../page-look.ts';
import { areasQuery, layersQuery, valuesQuery } from '../../queries.ts';
import { faultText } from '../../signing.ts';
import { fill, formatDay } from '../../ui/format.ts';
import { useView } from '../../use-view.ts';
import { teamColours } from '../plan-work.ts';
import { violationText } from '../violation-text.ts';
import { ItineraryMap } from './ItineraryMap.tsx';
import { ItineraryStopItem } from './ItineraryStopItem.tsx';
import '../../chrome/chrome.css';
import '../../chrome/office/office.css';
import '../../chrome/office/office-parts.css';
import './itinerary.css';

const layerId = 'inspection-coverage';
const kinds = ['xlsx', 'gpx', 'kml'] as const;

/** 行程单 — a plan issued to the teams, day by day: for the phone, and for paper one page a team and day. */
export default function ItinerariesPage() {
  const [view] = useView();
  const { lang } = view;
  const words = routeWords(lang);
  const say = words.itinerary;
  const { plan } = useParams({ strict: false }) as { plan: string };
  const { data, error } = useQuery({
    queryKey: ['api', 'route-itineraries', plan],
    queryFn: ({ signal }) => ask('/route-plans/{plan}/itineraries', { plan }, signal),
  });
  useLayoutEffect(() => dressPage(view), [view]);
  return (
    <div className="office itineraries-page" data-part="itineraries-page">
      <OfficeHead title={data?.title ?? words.itineraries} back={{ to: '/routes', title: words.title }} lang={lang} />
      <main className="itineraries">
        {error && <p className="fault">{faultText(error, accountWords(lang)) ?? say.unknown}</p>}
        {!data && !error && <Loading lang={lang} />}
        {data && !data.announced && <p className="sealed-mark">{say.sealed}</p>}
        {data && !data.published && <p className="hint">{say.draft}</p>}
        {data && (
          <p className="row files screen-only">
            {say.files}
            {kinds.map((kind) => (
              <a key={kind} href={address('/route-plans/{plan}/files/{kind}', { plan, kind, lang })} download>
                {say[kind]}
              </a>
            ))}
            <button type="button" onClick={() => window.print()}>
              {say.print}
            </button>
          </p>
        )}
        {data?.itineraries.map((itinerary) => (
          <ItinerarySection key={`${itinerary.team} ${itinerary.on}`} {...{ itinerary, data, plan }} />
        ))}
        {data && (
          <figure className="qr screen-only">
            <Code />
            <figcaption>{say.code}</figcaption>
          </figure>
        )}
      </main>
    </div>
  );
}

/** The address of this page as a square code; made here, without any service. */
function Code() {
  const { origin, pathname } = window.location;
  const svg = renderSVG(`${origin}${pathname}`, { border: 2 });
  return <img alt="" width={128} height={128} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}

interface SectionProps {
  itinerary: Itinerary;
  data: ItinerariesAnswer;
  plan: string;
}

function ItinerarySection({ itinerary, data, plan }: SectionProps) {
  const [view] = useView();
  const { lang } = view;
  const words = routeWords(lang);
  const say = words.itinerary;
  const areas = useQuery(areasQuery(view)).data;
  const layer = useQuery(layersQuery(view)).data?.layers.find(({ id }) => id === layerId);
  const values = useQuery(valuesQuery(layerId, view)).data ?? null;
  const colour = teamColours[itinerary.number % teamColours.length] as string;
  const done = itinerary.stops.filter(({ outcome }) => outcome?.done).length;
  const recordable = !data.recordable ? 'never' : itinerary.on > data.today ? 'later' : 'now';
  const at = (seconds: number) => clockText(seconds / 60);
  return (
    <section
      className="itinerary"
      data-part="itinerary"
      aria-label={`${itinerary.team} ${formatDay(itinerary.on, lang)}`}
    >
      <header>
        <span className="swatch" style={{ background: colour }} />
        <h2>
          {itinerary.team} · {formatDay(itinerary.on, lang)}
        </h2>
        <span className="sub">{fill(say.progress, { done, all: itinerary.stops.length })}</span>
        <span className="sub paper-only">{data.title}</span>
        <span className="paper-only">
          <Code />
        </span>
      </header>
      {areas && layer && <ItineraryMap {...{ itinerary, areas, layer, values, view }} />}
      <p>{fill(say.start, { at: at(itinerary.leave), place: itinerary.start.name })}</p>
      <ol>
        {itinerary.stops.map((stop, index) => (
          <ItineraryStopItem
            key={stop.code}
            {...{ stop, colour, lang, recordable, plan }}
            number={index + 1}
            violations={itinerary.violations.filter(({ at: where }) => where === index)}
          />
        ))}
      </ol>
      <p>
        {itinerary.rest && `${words.restAt} ${at(itinerary.rest.begin)}–${at(itinerary.rest.end)} · `}
        {fill(say.end, { at: at(itinerary.back), place: itinerary.end.name })}
        {' · '}
        {words[data.source]}
        {data.noService && ` ${say.noService}`}
      </p>
      {itinerary.violations
        .filter(({ at: where, is }) => where === -1 || is === 'rest-late')
        .map((one) => (
          <p key={one.is} className="fault">
            {violationText(one, lang)}
          </p>
        ))}
    </section>
  );
}
