import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { LayerClass } from '../../server/layer/layer.ts';
import { fill, formatValue } from '../ui/format.ts';
import { Swatch } from '../ui/Swatch.tsx';
import type { Reading } from './reading.ts';
import { Section } from './Section.tsx';

/** A village as its town lists it. */
export interface ListedVillage {
  code: string;
  name: string;
  cls: LayerClass;
  value: number | null;
}

interface VillageListProps {
  villages: ListedVillage[];
  layer: LayerAnswer | undefined;
  reading: Reading;
  onPlace(code: string): void;
}

/** The villages of a town or county, worst first, each a button that opens its dossier. */
export function VillageList({ villages, layer, reading, onPlace }: VillageListProps) {
  if (villages.length === 0) return null;
  const { words, lang, theme } = reading;
  const unit = layer?.unit?.[lang] ?? null;
  return (
    <Section
      title={fill(words.villages, { n: villages.length })}
      aside={layer && fill(words.villagesOrder, { title: layer.title[lang] })}
    >
      <ul className="village-list">
        {villages.map(({ code, name, cls, value }) => (
          <li key={code}>
            <button type="button" data-part="village-row" onClick={() => onPlace(code)}>
              <Swatch cls={cls} theme={theme} lang={lang} />
              <span className="village-name">{name}</span>
              <span className="village-class">{cls.title[lang]}</span>
              <span className="village-value">
                {value !== null && unit !== null ? formatValue(value, unit, lang) : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
