import { type PointerEvent, useRef, useState } from 'react';
import type { ChoiceVillage } from '../../../server/route-plan/answer.ts';
import type { MapCamera } from '../../map/props.ts';

interface LassoProps {
  /** Where the map stands; it lies exactly below. */
  camera: MapCamera;
  villages: ChoiceVillage[];
  hint: string;
  onDrawn(codes: string[]): void;
}

const mercatorY = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** 圈选 — a line drawn round villages by hand, on screen and on a touch screen. */
export function Lasso({ camera, villages, hint, onDrawn }: LassoProps) {
  const [line, setLine] = useState<[number, number][]>([]);
  const box = useRef<HTMLDivElement>(null);
  const at = (event: PointerEvent): [number, number] => {
    const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
    return [event.clientX - left, event.clientY - top];
  };
  const place = ({ at: [lon, lat] }: ChoiceVillage): [number, number] => {
    const { width = 0, height = 0 } = box.current?.getBoundingClientRect() ?? {};
    const world = 512 * 2 ** camera.zoom;
    return [
      width / 2 + ((lon - camera.lon) / 360) * world,
      height / 2 - (mercatorY(lat) - mercatorY(camera.lat)) * world,
    ];
  };
  const end = () => {
    if (line.length > 2) onDrawn(villages.filter((village) => isWithin(place(village), line)).map(({ code }) => code));
    setLine([]);
  };
  return (
    <div
      ref={box}
      className="lasso"
      data-part="lasso"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([at(event)]);
      }}
      onPointerMove={(event) => line.length > 0 && setLine([...line, at(event)])}
      onPointerUp={end}
      onPointerCancel={() => setLine([])}
    >
      <p>{hint}</p>
      <svg aria-hidden="true">
        <polygon points={line.map((point) => point.join(',')).join(' ')} />
      </svg>
    </div>
  );
}

/** Whether a point lies within a closed line, by the crossings of a ray. */
export function isWithin([x, y]: [number, number], ring: [number, number][]): boolean {
  let within = false;
  for (let a = 0, b = ring.length - 1; a < ring.length; b = a++) {
    const [[x1, y1], [x2, y2]] = [ring[a] as [number, number], ring[b] as [number, number]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
  }
  return within;
}
