import { useQuery } from '@tanstack/react-query';
import type { ValuesAnswer } from '../../server/layer/answer.ts';
import CountyMap from '../map/CountyMap.tsx';
import type { MapProps } from '../map/props.ts';
import { valuesQuery } from '../queries.ts';
import { formatDay } from '../ui/format.ts';

interface Shared {
  /** What both maps share; the camera of one is the camera of the other. */
  map: Omit<MapProps, 'values'>;
}

/** 两图并列 — two days as they are known now, asked for here; `to` null: today. */
export function HalvesAsked({ map, from, to, toDay }: Shared & { from: string; to: string | null; toDay: string }) {
  const before = useQuery(valuesQuery(map.layer.id, { asOf: from })).data ?? null;
  const after = useQuery(valuesQuery(map.layer.id, { asOf: to })).data ?? null;
  return <Halves {...{ map, before, after, from }} to={toDay} />;
}

interface HalvesProps extends Shared {
  before: ValuesAnswer | null;
  after: ValuesAnswer | null;
  from: string;
  to: string;
  /** Whether the rail stands beside them and the days below; left out: they do. */
  railed?: boolean;
}

/** The county on two days, each as known on it, moved together. */
export function Halves({ map, before, after, from, to, railed = true }: HalvesProps) {
  const unit = Math.max(16, window.innerHeight / 67.5);
  const clear = { top: unit * 4, right: unit, bottom: unit * 5, left: unit };
  // On a stage there is no bar of days below, and less room.
  const padding = railed ? clear : { ...clear, top: unit * 3, bottom: unit };
  return (
    <div className="halves" data-part="halves">
      <div className="half">
        <CountyMap {...map} values={before} moved={null} padding={padding} />
        <p className="half-day">{formatDay(from, map.lang)}</p>
      </div>
      <div className="half">
        <CountyMap {...map} values={after} moved={null} padding={padding} />
        <p className="half-day">{formatDay(to, map.lang)}</p>
      </div>
    </div>
  );
}
