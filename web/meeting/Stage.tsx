import { useMemo } from 'react';
import type { AreasAnswer, LayersAnswer } from '../../server/layer/answer.ts';
import type { StepAnswer } from '../../server/meeting/answer.ts';
import CountyMap from '../map/CountyMap.tsx';
import type { MapFocus } from '../map/props.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { fill, formatDay } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';
import type { ViewState } from '../url.ts';
import { ChangesView } from './ChangesView.tsx';
import { Pen } from './Pen.tsx';
import { SavedViewMap } from './SavedViewMap.tsx';
import { TaskLines } from './TaskLines.tsx';

interface StageProps {
  step: StepAnswer;
  areas: AreasAnswer;
  layers: LayersAnswer;
  view: ViewState;
  tool: 'none' | 'pen' | 'pointer';
  children?: React.ReactNode;
}

const padding = { top: 40, right: 40, bottom: 40, left: 40 };

/** 一项 — the map gone to the place, the facts on its left with why it has its colour, what was decided before on its right. */
export function Stage({ step, areas, layers, view, tool, children }: StageProps) {
  const { lang, theme } = view;
  const words = meetingWords(lang);
  const { item, place, values } = step;
  const layer = layers.layers.find(({ id }) => id === item.layer) ?? layers.layers[0];
  const focus = useMemo((): MapFocus => {
    if (place) {
      const isTown = areas.towns.some(({ fid }) => fid === place.fid);
      return { kind: isTown ? 'town' : 'village', fid: place.fid };
    }
    const town = areas.towns.find(({ code }) => code === item.place);
    return town ? { kind: 'town', fid: town.fid } : { kind: 'county' };
  }, [areas, item, place]);
  return (
    <div className="meeting-stage" data-part="meeting-step" data-number={step.number}>
      <section className="stage-facts">
        {place && (
          <>
            <h2>
              {place.name} <small>{place.town}</small>
            </h2>
            <LampChip lamp={place.lamp} theme={theme} text={place.state[lang]} />
            <h3>{words.why}</h3>
            <p className="stage-why">{place.why[lang]}</p>
            <dl>
              {step.facts.map(({ title, value }) => (
                <div key={title.zh}>
                  <dt>{title[lang]}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {item.text && <p className="stage-text">{item.text}</p>}
        {step.counts.length > 0 && (
          <>
            <h3>{layer?.title[lang]}</h3>
            <ul className="stage-counts">
              {step.counts.map(({ id, title, lamp, count }) => (
                <li key={id}>
                  <LampChip lamp={lamp} theme={theme} text={title[lang]} />
                  <strong>{count}</strong>
                </li>
              ))}
            </ul>
          </>
        )}
        {item.kind === 'tasks' && <TaskLines tasks={step.previous} lang={lang} theme={theme} />}
        {step.changes && <ChangesView changes={step.changes} view={view} />}
      </section>
      <section className="stage-map" aria-label={item.title}>
        {item.picture && <img className="stage-picture" src={`/api/pictures/${item.picture}`} alt={item.title} />}
        {item.search && <SavedViewMap search={item.search} on={step.on} {...{ values, areas, layers, view }} />}
        {layer && !item.picture && !item.search && (
          <CountyMap
            {...{ areas, layer, values, focus, lang, theme, padding }}
            selected={place?.fid ?? null}
            filter={null}
            visits={null}
            showVisits={false}
            camera={null}
            moved={null}
            onCamera={() => undefined}
            onSelect={() => undefined}
            onEnter={() => undefined}
            onHover={() => undefined}
          />
        )}
        {tool !== 'none' && <Pen key={`${step.number} ${tool}`} draws={tool === 'pen'} />}
      </section>
      <section className="stage-side">
        {step.worst.length > 0 && (
          <>
            <h3>{words.worst}</h3>
            <ol className="stage-worst">
              {step.worst.map(({ code, name, town, why }) => (
                <li key={code}>
                  <strong>{name}</strong> <small>{town}</small>
                  <p>{why[lang]}</p>
                </li>
              ))}
            </ol>
          </>
        )}
        {place && (
          <>
            <h3>{words.before}</h3>
            {step.previous.length === 0 && <p className="hint">{words.noBefore}</p>}
            <TaskLines tasks={step.previous} lang={lang} theme={theme} />
          </>
        )}
        {step.decided.length > 0 && (
          <>
            <h3>{words.decided}</h3>
            <TaskLines tasks={step.decided} lang={lang} theme={theme} />
          </>
        )}
        {children}
      </section>
    </div>
  );
}

/** 数据截至 — the instant of the frozen figures, and how many newer records there are. */
export function DataAt({ step, lang }: { step: StepAnswer; lang: ViewState['lang'] }) {
  const words = meetingWords(lang);
  return (
    <span className="data-at">
      {fill(words.dataAt, { at: formatDay(step.on, lang) })}
      {step.newer > 0 && (
        <strong className="newer" data-part="meeting-newer">
          {fill(words.newer, { count: step.newer })}
        </strong>
      )}
    </span>
  );
}
