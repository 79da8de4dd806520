import { useMemo } from 'react';
import type { GroundAnswer, MeetingAnswer, StepAnswer } from '../../../server/meeting/answer.ts';
import { address } from '../../api.ts';
import { changeLayer } from '../../history/compare.ts';
import type { ViewState } from '../../url.ts';
import { Pen } from './Pen.tsx';
import { StageAgenda } from './StageAgenda.tsx';
import { StageFacts, StageSide } from './StageFacts.tsx';
import { StageMap } from './StageMap.tsx';
import { savedView } from './saved-view.ts';

interface StageProps {
  meeting: MeetingAnswer;
  step: StepAnswer;
  ground: GroundAnswer;
  view: ViewState;
  typePx: number | null;
  tool: 'none' | 'pen' | 'pointer';
  /** A wall wide enough for the agenda beside it. */
  wide: boolean;
}

/** 一项 — the map gone to the place, the facts on its left with why it has its colour, what was decided before on its right. */
export function Stage({ meeting, step, ground, view, typePx, tool, wide }: StageProps) {
  const { item, values } = step;
  const { areas, layers } = ground;
  // An item of tasks names no layer: its figures come with that of open tasks.
  const own = layers.layers.find(({ id }) => id === (item.layer ?? values?.layer));
  const saved = useMemo(
    () => (item.search && step.saved ? savedView({ search: item.search, areas, layers, values, ...step.saved }) : null),
    [item.search, step.saved, values, areas, layers],
  );
  const compared = useMemo(
    () => (own && step.compare ? changeLayer(areas, own, step.compare) : null),
    [areas, own, step.compare],
  );
  const layer = compared?.layer ?? saved?.layer ?? own ?? layers.layers[0];
  const onlyWords = item.kind === 'text' && item.layer === null && item.place === null;
  const sides = { step, areas, layer: own, view };
  const pen = tool !== 'none' && <Pen key={`${step.number} ${tool}`} draws={tool === 'pen'} />;
  return (
    <div
      className={onlyWords ? 'meeting-stage words' : 'meeting-stage'}
      data-part="meeting-step"
      data-number={step.number}
      data-place={step.place?.fid}
    >
      {wide && <StageAgenda items={meeting.items} at={step.number} lang={view.lang} />}
      <StageFacts key={`facts ${item.id}`} {...sides} />
      {item.picture && (
        <section className="stage-map-box">
          <img className="stage-picture" src={address('/pictures/{name}', { name: item.picture })} alt={item.title} />
          {pen}
        </section>
      )}
      {layer && !onlyWords && !item.picture && (
        <StageMap
          {...{ areas, view, typePx, layer, saved }}
          values={compared?.values ?? (saved ? saved.values : values)}
          place={item.place}
          outlined={step.place !== null}
          title={item.title}
        >
          {pen}
        </StageMap>
      )}
      <StageSide key={`side ${item.id}`} {...sides} />
    </div>
  );
}
