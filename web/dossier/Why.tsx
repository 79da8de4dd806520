import type { DossierAnswer, LayersAnswer } from '../../server/layer/answer.ts';
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

/** Why the place has its colour: the layer on the map first, the other main layers after it, finer ones folded away. */
export function Why({ dossier, layers, layer, reading, onLayer }: WhyProps) {
  const { main, further } = sortVerdicts(dossier.verdicts, layers.layers, layer);
  if (main.length + further.length === 0) return null;
  const list = (judged: JudgedLayer[]) => (
    <ul className="why-list">
      {judged.map((one) => (
        <Verdict key={one.layer.id} judged={one} current={one.layer.id === layer} reading={reading} onLayer={onLayer} />
      ))}
    </ul>
  );
  return (
    <Section title={reading.words.why}>
      {list(main.length > 0 ? main : further)}
      {main.length > 0 && further.length > 0 && (
        <details className="dossier-more">
          <summary>{fill(reading.words.moreVerdicts, { n: further.length })}</summary>
          {list(further)}
        </details>
      )}
    </Section>
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
