import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayerAnswer, LayersAnswer } from '../../server/layer/answer.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { fill } from '../ui/format.ts';
import { Swatch } from '../ui/Swatch.tsx';
import type { Reading } from './reading.ts';
import { Section } from './Section.tsx';
import { type JudgedLayer, sortVerdicts } from './verdicts.ts';

interface WhyProps {
  dossier: DossierAnswer;
  layers: LayersAnswer;
  layer: string;
  reading: Reading;
  onLayer(id: string): void;
}

/** Why the place has its colour: the layer on the map first (of a town how its villages stand in it), the other main layers after it, finer ones folded away. */
export function Why({ dossier, layers, layer, reading, onLayer }: WhyProps) {
  const { main, further } = sortVerdicts(dossier.verdicts, layers.layers, layer);
  const shown = layers.layers.find(({ id }) => id === layer);
  const rollUp = dossier.rollUps.find(({ layer: id }) => id === layer);
  const town = dossier.kind === 'town' && shown?.level === 'village' && rollUp ? { layer: shown, rollUp } : null;
  if (main.length + further.length === 0 && !town) return null;
  const list = (judged: JudgedLayer[]) => (
    <ul className="why-list">
      {judged.map((one) => (
        <Verdict key={one.layer.id} judged={one} current={one.layer.id === layer} reading={reading} onLayer={onLayer} />
      ))}
    </ul>
  );
  return (
    <Section title={reading.words.why}>
      {town && <TownWhy {...town} name={dossier.place.name} reading={reading} />}
      {(main.length > 0 || !town) && list(main.length > 0 ? main : further)}
      {(main.length > 0 || town) && further.length > 0 && (
        <details className="dossier-more">
          <summary>{fill(reading.words.moreVerdicts, { n: further.length })}</summary>
          {list(further)}
        </details>
      )}
    </Section>
  );
}

interface TownWhyProps {
  layer: LayerAnswer;
  rollUp: DossierAnswer['rollUps'][number];
  name: string;
  reading: Reading;
}

/** A layer of villages colours no town: how the town's villages stand in it, and the share they make. */
function TownWhy({ layer, rollUp: { counts, share }, name, reading }: TownWhyProps) {
  const { lang, words } = reading;
  const parts = layer.classes.flatMap(({ title }, at) =>
    counts[at] ? [fill(words.townClass, { title: title[lang], n: counts[at] })] : [],
  );
  const n = counts.reduce((sum, count) => sum + count, 0);
  const said = { name, n, counts: parts.join(words.townClasses), source: layer.source[lang] };
  return (
    <div className="why town-why" data-current>
      <div>
        <p className="why-head">
          <span className="why-layer" title={words.shownOnMap}>
            {layer.title[lang]}
          </span>
        </p>
        <p className="why-sentence" data-part="why">
          {share === null && n === 0
            ? fill(words.townWhyNone, said)
            : fill(words.townWhy, { ...said, title: layer.rollUp.title[lang], share: shareText(share) })}
        </p>
      </div>
    </div>
  );
}

function Verdict(props: { judged: JudgedLayer; current: boolean; reading: Reading; onLayer(id: string): void }) {
  const { judged, current, reading } = props;
  const title = judged.layer.title[reading.lang];
  return (
    <li className="why" data-current={current || undefined}>
      <Swatch cls={judged.cls} theme={reading.theme} lang={reading.lang} size={22} />
      <div>
        <p className="why-head">
          <strong>{judged.cls.title[reading.lang]}</strong>
          {current ? (
            <span className="why-layer" title={reading.words.shownOnMap}>
              {title}
            </span>
          ) : (
            <button
              type="button"
              className="why-layer"
              title={fill(reading.words.showOnMap, { title })}
              onClick={() => props.onLayer(judged.layer.id)}
            >
              {title}
            </button>
          )}
        </p>
        <p className="why-sentence" data-part="why">
          {judged.why[reading.lang]}
        </p>
      </div>
    </li>
  );
}
