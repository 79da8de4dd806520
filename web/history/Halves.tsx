import { useQuery } from '@tanstack/react-query';
import CountyMap from '../map/CountyMap.tsx';
import type { MapProps } from '../map/props.ts';
import { valuesQuery } from '../queries.ts';
import { formatDay } from '../ui/format.ts';

interface HalvesProps {
  /** What both maps share; the camera of one is the camera of the other. */
  map: Omit<MapProps, 'values'>;
  from: string;
  to: string | null;
  toDay: string;
}

/** 两图并列 — the county on two days, each as known on it, moved together. */
export function Halves({ map, from, to, toDay }: HalvesProps) {
  const before = useQuery(valuesQuery(map.layer.id, { asOf: from })).data ?? null;
  const after = useQuery(valuesQuery(map.layer.id, { asOf: to })).data ?? null;
  const unit = Math.max(16, window.innerHeight / 67.5);
  const clear = { top: unit * 4, right: unit * 2, bottom: unit * 5, left: unit * 2 };
  // The rail lies over the left one; the right one leaves as much, so that both stand alike.
  const padding = window.innerWidth > 760 ? { ...clear, left: unit * 20 } : clear;
  return (
    <div className="halves" data-part="halves">
      <div className="half">
        <CountyMap {...map} values={before} moved={null} padding={padding} />
        <p className="half-day">{formatDay(from, map.lang)}</p>
      </div>
      <div className="half">
        <CountyMap {...map} values={after} moved={null} padding={padding} />
        <p className="half-day">{formatDay(toDay, map.lang)}</p>
      </div>
    </div>
  );
}
