import type { ReactNode } from 'react';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayersAnswer } from '../../server/layer/answer.ts';
import { VisitsSection } from '../inspection/VisitsSection.tsx';
import { OrganisationSection } from '../organisation/OrganisationSection.tsx';
import { PlaceRankSection } from '../ranking/PlaceRankSection.tsx';
import { dossierWords, fill, formatArea, formatDay, type Lang } from '../ui/format.ts';
import { VenueSection } from '../venue/VenueSection.tsx';
import '../dossier/dossier.css';
import '../dossier/area.css';
import '../dossier/cards.css';
import { FormerNames, History, MergedPlaces } from '../dossier/Past.tsx';
import { LinkedLeader, People } from '../dossier/People.tsx';
import { RollUps } from '../dossier/RollUps.tsx';
import type { Reading } from '../dossier/reading.ts';
import { type ListedVillage, VillageList } from '../dossier/VillageList.tsx';
import { Why } from '../dossier/Why.tsx';
import { PlaceHistory } from '../history/PlaceHistory.tsx';
import { ProposalsSection } from '../proposal/ProposalsSection.tsx';
import { TasksSection } from '../task/TasksSection.tsx';

export interface DossierProps {
  dossier: DossierAnswer;
  layers: LayersAnswer;
  /** The day looked back to; null: today. */
  asOf: string | null;
  /** Id of the layer on the map. */
  layer: string;
  lang: Lang;
  theme: 'light' | 'dark';
  /** Villages of the town or county, worst first; empty for a village. */
  villages: ListedVillage[];
  onPlace(code: string): void;
  onLayer(id: string): void;
  /** Opens the list of the places in some classes of a layer. */
  onList(layer: string, classes: string[]): void;
  /** What can be taken away of the place; stands at the foot. */
  papers?: ReactNode;
  onClose(): void;
}

/** 一村一档 — all that is known of the place selected; for a town or the county how its villages stand. */
export function DossierPanel(props: DossierProps) {
  const { dossier, lang, theme } = props;
  const words = dossierWords(lang);
  const reading: Reading = { lang, words, theme, on: dossier.on };
  const village = dossier.kind === 'village';
  const label = fill(village ? words.dossierOf : words.areaOf, { name: dossier.place.name });
  return (
    <aside className="dossier" data-part="dossier" aria-label={label}>
      <Head dossier={dossier} reading={reading} onClose={props.onClose} />
      <div className="dossier-body" key={dossier.place.code}>
        <Why {...props} reading={reading} />
        {village ? <VillageParts {...props} reading={reading} /> : <AreaParts {...props} reading={reading} />}
        <PlaceRankSection code={dossier.place.code} reading={reading} />
        <FormerNames dossier={dossier} reading={reading} />
        <MergedPlaces dossier={dossier} reading={reading} />
        <History dossier={dossier} reading={reading} />
        <PlaceHistory code={dossier.place.code} lang={lang} key={`history-${dossier.place.code}`} />
        {props.papers && <div className="dossier-foot">{props.papers}</div>}
        <p className="dossier-foot">{fill(words.asOf, { day: formatDay(dossier.on, lang) })}</p>
      </div>
    </aside>
  );
}

function Head({ dossier, reading, onClose }: { dossier: DossierAnswer; reading: Reading; onClose(): void }) {
  const { words } = reading;
  const { place } = dossier;
  const town = dossier.kind === 'village' ? dossier.path.find(({ kind }) => kind === 'town')?.name : undefined;
  return (
    <header className="dossier-head">
      <p className="dossier-kind">{[words.kinds[dossier.kind], town].filter(Boolean).join(' · ')}</p>
      <h2>{place.name}</h2>
      <button type="button" className="dossier-close" onClick={onClose} aria-label={words.close} title={words.close}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
      </button>
      <dl className="dossier-place">
        {place.officialName !== null && place.officialName !== place.name && (
          <div>
            <dt>{words.officialName}</dt>
            <dd>{place.officialName}</dd>
          </div>
        )}
        <div>
          <dt>{words.code}</dt>
          <dd className="code">{place.code}</dd>
        </div>
        {place.areaKm2 !== null && (
          <div>
            <dt>{words.areaKm2}</dt>
            <dd>{formatArea(place.areaKm2, reading.lang)}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}

/** Of the themes the person sees; a department has its own. */
function VillageParts({ dossier, layers, layer, asOf, reading }: DossierProps & { reading: Reading }) {
  const theme = layers.layers.find(({ id }) => id === layer)?.theme;
  const about = new Set(layers.themes.map(({ id }) => id));
  return (
    <>
      {about.has('venue') && <VenueSection venue={dossier.venue} reading={reading} />}
      {about.has('organisation') && <OrganisationSection organisation={dossier.organisation} reading={reading} />}
      {asOf === null && <ProposalsSection dossier={dossier} reading={reading} />}
      {about.has('inspection') && <VisitsSection visits={dossier.visits} reading={reading} />}
      {about.has('task') && <TasksSection {...{ dossier, asOf, theme, reading }} />}
      <People dossier={dossier} reading={reading} />
    </>
  );
}

function AreaParts(props: DossierProps & { reading: Reading }) {
  const { dossier, layers, asOf, reading } = props;
  const layer = layers.layers.find(({ id }) => id === props.layer);
  return (
    <>
      <RollUps {...props} seen={props.villages.length} />
      {dossier.kind === 'town' && layers.themes.some(({ id }) => id === 'task') && (
        <TasksSection {...{ dossier, asOf, reading }} theme={layer?.theme} />
      )}
      {dossier.kind === 'town' && <LinkedLeader dossier={dossier} reading={reading} />}
      {dossier.responsible.length > 0 && <People dossier={dossier} reading={reading} />}
      <VillageList villages={props.villages} layer={layer} reading={reading} onPlace={props.onPlace} />
    </>
  );
}
