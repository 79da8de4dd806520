import { type RefObject, useEffect, useState } from 'react';
import type { PlainMap } from '../../../geodata/build/county-files.ts';
import { movedMs, tellMoved } from '../moved.ts';
import type { MapInk } from '../paint.ts';
import type { MapProps } from '../props.ts';
import './moved.css';

interface MovedProps {
  box: RefObject<HTMLElement | null>;
  plain: PlainMap;
  moved: MapProps['moved'];
  ink: MapInk;
}

/** 变动闪示 — the outline of villages that moved just now, gone by itself. */
export function PlainMoved({ box, plain, moved, ink }: MovedProps) {
  const [shown, setShown] = useState<MapProps['moved']>(null);
  useEffect(() => {
    const element = box.current;
    if (!moved || !element) return;
    setShown(moved);
    tellMoved(element, moved.fids);
    const timer = setTimeout(() => {
      setShown(null);
      tellMoved(element, []);
    }, movedMs);
    return () => clearTimeout(timer);
  }, [box, moved]);
  if (!shown) return null;
  const fids = new Set(shown.fids);
  return (
    <g key={shown.number} className="plain-moved" pointerEvents="none">
      {plain.villages
        .filter(({ fid }) => fids.has(fid))
        .map(({ fid, d }) => (
          <path key={fid} d={d} fill="none" stroke={ink.chosen} strokeWidth={5} vectorEffect="non-scaling-stroke" />
        ))}
    </g>
  );
}
