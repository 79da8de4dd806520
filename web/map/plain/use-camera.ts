import { useEffect, useRef, useState } from 'react';
import type { PlainMap } from '../../../geodata/build/county-files.ts';
import type { MapCamera, MapProps } from '../props.ts';
import { boundsOf, sameCamera } from '../view.ts';
import { cameraOf, fitting, type Placing, placingOf, type Size } from './projection.ts';

const reportMs = 250;
const noPadding = { top: 32, right: 32, bottom: 32, left: 32 };

/** Where the hand has moved the map since the view asked for was shown. */
interface Moved {
  focus: string;
  given: MapCamera | null;
  reported: MapCamera | null;
  camera: MapCamera;
}

/** Where the map lies on the screen: moved by hand, else at the camera asked for, else fitting the focus. */
export function usePlacing(
  plain: PlainMap | null,
  size: Size,
  props: MapProps,
): [Placing | null, (next: Placing) => void] {
  const { areas, camera, focus, padding, onCamera } = props;
  const [moved, setMoved] = useState<Moved | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!plain || size.width === 0) return [null, () => undefined];
  const focusKey = focus.kind === 'county' ? '' : `${focus.kind}${focus.fid}`;
  const known = moved && [moved.given, moved.reported, moved.camera].some((one) => sameCamera(one, camera));
  const own = moved?.focus === focusKey && known ? moved : null;
  const wanted = own?.camera ?? camera;
  const bounds = boundsOf(areas, focus) ?? plain.bounds;
  const placing = wanted ? placingOf(plain, wanted, size) : fitting(plain, bounds, size, padding ?? noPadding);
  const move = (next: Placing) => {
    const to = cameraOf(plain, next, size);
    setMoved({ focus: focusKey, given: own ? own.given : camera, reported: own?.reported ?? null, camera: to });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setMoved((now) => now && { ...now, reported: now.camera });
      onCamera(rounded(to));
    }, reportMs);
  };
  return [placing, move];
}

function rounded({ lon, lat, zoom }: MapCamera): MapCamera {
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return { lon: round(lon, 5), lat: round(lat, 5), zoom: round(zoom, 2) };
}
