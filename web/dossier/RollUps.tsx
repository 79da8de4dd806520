import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayerAnswer, LayersAnswer } from '../../server/layer/answer.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { fill } from '../ui/format.ts';
import { lampColour } from '../ui/lamp.ts';
import { inkOn, Swatch } from '../ui/Swatch.tsx';
import type { Reading } from './reading.ts';
import { Section } from './Section.tsx';

interface RollUpsProps {
  dossier: DossierAnswer;
  layers: LayersAnswer;
  layer: string;
  reading: Reading;
  onLayer(id: string): void;
  onList(layer: string, classes: string[]): void;
  /** Villages of the place the person sees: a count opens its list only where these are all it counts. */
  seen: number;
}

/** How the villages of a town or county stand: for each main layer (and the one on the map) a bar of its classes; each count opens its list. */
export function RollUps({ dossier, layers, layer, reading, onLayer, onList, seen }: RollUpsProps) {
  const rolled = layers.layers
    .filter((one) => one.level === 'village' && (one.parent === null || one.id === layer))
    .flatMap((one) => {
      const rollUp = dossier.rollUps.find(({ layer: id }) => id === one.id);
      return rollUp ? [{ layer: one, rollUp }] : [];
    })
    .sort((a, b) => Number(b.layer.id === layer) - Number(a.layer.id === layer));
  if (rolled.length === 0) return null;
  return (
    <Section title={reading.words.rollUps}>
      {rolled.map(({ layer: one, rollUp }) => (
        <div className="roll-up" key={one.id} data-current={one.id === layer || undefined}>
          <h4>
            <button
              type="button"
              className="roll-up-title"
              aria-pressed={one.id === layer}
              onClick={() => onLayer(one.id)}
            >
              {one.title[reading.lang]}
            </button>
          </h4>
          <p className="roll-up-share">
            <span>{one.rollUp.title[reading.lang]}</span> <strong>{shareText(rollUp.share)}</strong>
            {one.rollUp.target !== null && (
              <span className="faint">{fill(reading.words.target, { share: shareText(one.rollUp.target) })}</span>
            )}
          </p>
          <ClassBar layer={one} counts={rollUp.counts} {...{ reading, onList, seen }} />
        </div>
      ))}
    </Section>
  );
}

/** Counts by class as one bar, with each class named below it. */
function ClassBar(props: { layer: LayerAnswer; counts: number[] } & Pick<RollUpsProps, 'reading' | 'onList' | 'seen'>) {
  const { layer, counts, reading } = props;
  const whole = counts.reduce((sum, count) => sum + count, 0) === props.seen;
  const parts = layer.classes.flatMap((cls, i) => {
    const count = counts[i] ?? 0;
    return count > 0 ? [{ cls, count }] : [];
  });
  return (
    <>
      <div className="class-bar" aria-hidden="true">
        {parts.map(({ cls, count }) => {
          const background = lampColour(cls.lamp, reading.theme);
          return (
            <span key={cls.id} style={{ flexGrow: count, background, color: inkOn(background) }}>
              {cls.letter[reading.lang]}
            </span>
          );
        })}
      </div>
      <ul className="class-counts">
        {parts.map(({ cls, count }) => (
          <li key={cls.id}>
            <button
              type="button"
              data-part="class-count"
              disabled={!whole}
              title={fill(reading.words.openList, { title: cls.title[reading.lang] })}
              onClick={() => props.onList(layer.id, [cls.id])}
            >
              <Swatch cls={cls} theme={reading.theme} lang={reading.lang} size={15} />
              <span>{cls.title[reading.lang]}</span>
              <strong>{count}</strong>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
