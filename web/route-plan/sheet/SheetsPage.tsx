import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { renderSVG } from 'uqr';
import { clockText } from '../../../server/route-plan/rules.ts';
import type { Sheet, SheetsAnswer } from '../../../server/route-plan/sheet/answer.ts';
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
import { SheetMap } from './SheetMap.tsx';
import { SheetStopItem } from './SheetStopItem.tsx';
import '../../chrome/chrome.css';
import '../../chrome/office/office.css';
import '../../chrome/office/office-parts.css';
import './sheet.css';

const layerId = 'inspection-coverage';
const kinds = ['xlsx', 'gpx', 'kml'] as const;

/** 行程单 — a plan issued to the teams, day by day: for the phone, and for paper one page a team and day. */
export default function SheetsPage() {
  const [view] = useView();
  const { lang } = view;
  const words = routeWords(lang);
  const say = words.sheet;
  const { plan } = useParams({ strict: false }) as { plan: string };
  const { data, error } = useQuery({
    queryKey: ['api', 'route-sheets', plan],
    queryFn: ({ signal }) => ask('/route-plans/{plan}/sheets', { plan }, signal),
  });
  useLayoutEffect(() => dressPage(view), [view]);
  return (
    <div className="office sheets-page" data-part="sheets-page">
      <OfficeHead title={data?.title ?? words.sheets} back={{ to: '/routes', title: words.title }} lang={lang} />
      <main className="sheets">
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
        {data?.sheets.map((sheet) => (
          <SheetSection key={`${sheet.team} ${sheet.on}`} {...{ sheet, data, plan }} />
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
  sheet: Sheet;
  data: SheetsAnswer;
  plan: string;
}

function SheetSection({ sheet, data, plan }: SectionProps) {
  const [view] = useView();
  const { lang } = view;
  const words = routeWords(lang);
  const say = words.sheet;
  const areas = useQuery(areasQuery(view)).data;
  const layer = useQuery(layersQuery(view)).data?.layers.find(({ id }) => id === layerId);
  const values = useQuery(valuesQuery(layerId, view)).data ?? null;
  const colour = teamColours[sheet.number % teamColours.length] as string;
  const done = sheet.stops.filter(({ outcome }) => outcome?.done).length;
  const recordable = !data.recordable ? 'never' : sheet.on > data.today ? 'later' : 'now';
  const at = (seconds: number) => clockText(seconds / 60);
  return (
    <section className="sheet" data-part="sheet" aria-label={`${sheet.team} ${formatDay(sheet.on, lang)}`}>
      <header>
        <span className="swatch" style={{ background: colour }} />
        <h2>
          {sheet.team} · {formatDay(sheet.on, lang)}
        </h2>
        <span className="sub">{fill(say.progress, { done, all: sheet.stops.length })}</span>
        <span className="sub paper-only">{data.title}</span>
        <span className="paper-only">
          <Code />
        </span>
      </header>
      {areas && layer && <SheetMap {...{ sheet, areas, layer, values, view }} />}
      <p>{fill(say.start, { at: at(sheet.leave), place: sheet.start.name })}</p>
      <ol>
        {sheet.stops.map((stop, index) => (
          <SheetStopItem
            key={stop.code}
            {...{ stop, colour, lang, recordable, plan }}
            number={index + 1}
            violations={sheet.violations.filter(({ at: where }) => where === index)}
          />
        ))}
      </ol>
      <p>
        {sheet.rest && `${words.restAt} ${at(sheet.rest.begin)}–${at(sheet.rest.end)} · `}
        {fill(say.end, { at: at(sheet.back), place: sheet.end.name })}
        {' · '}
        {words[data.source]}
        {data.noService && ` ${say.noService}`}
      </p>
      {sheet.violations
        .filter(({ at: where, is }) => where === -1 || is === 'rest-late')
        .map((one) => (
          <p key={one.is} className="fault">
            {violationText(one, lang)}
          </p>
        ))}
    </section>
  );
}
