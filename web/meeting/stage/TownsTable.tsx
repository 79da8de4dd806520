import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../../server/layer/answer.ts';
import { shareText } from '../../../server/words/share/rules.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { lampColour } from '../../ui/lamp.ts';
import { FitList } from './FitList.tsx';

interface TownsProps {
  areas: AreasAnswer;
  layer: LayerAnswer;
  values: ValuesAnswer;
  lang: Lang;
  theme: 'light' | 'dark';
}

/** 各镇 — the county's share of a layer, then each town's in the official order with its classes as a bar: no ranking. */
export function TownsTable({ areas, layer, values, lang, theme }: TownsProps) {
  const words = stageWords(lang);
  const names = new Map(areas.towns.map(({ fid, name }) => [fid, name]));
  return (
    <>
      {values.county.share !== null && (
        <p className="stage-share">
          {layer.rollUp.title[lang]} <strong>{shareText(values.county.share)}</strong>
        </p>
      )}
      <FitList className="towns" more={(n) => fill(words.more, { n })}>
        {values.towns.map(({ fid, counts, share }) => (
          <li key={fid}>
            <span>{names.get(fid)}</span>
            <b>{shareText(share)}</b>
            <span className="towns-bar" aria-hidden="true">
              {layer.classes.map(({ id, lamp }, at) => (
                <span key={id} style={{ flexGrow: counts[at] ?? 0, background: lampColour(lamp, theme) }} />
              ))}
            </span>
          </li>
        ))}
      </FitList>
    </>
  );
}
