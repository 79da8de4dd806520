import { lazy, Suspense, useState } from 'react';
import GlMap from './gl/GlMap.tsx';
import type { MapFault, MapProps } from './props.ts';
import { expectsWebGL } from './webgl.ts';

const bringPlain = () => import('./plain/PlainMap.tsx');
const LatePlain = lazy(bringPlain);
let plainHere: typeof LatePlain | Awaited<ReturnType<typeof bringPlain>>['default'] = LatePlain;

/** Brings the code of the map without WebGL ahead of its first drawing. What the other needs for its first picture comes with the page. */
export function loadMap(): void {
  if (expectsWebGL()) return;
  bringPlain().then(
    (found) => {
      plainHere = found.default;
    },
    () => undefined,
  );
}

/** 县域图 — the map of the county: in WebGL, or as SVG where the browser has none, `?webgl=off` asks for it, or the graphics context is lost for good. */
export default function CountyMap(props: MapProps) {
  const [inGl, setInGl] = useState(() => expectsWebGL());
  // What is here already is drawn at once: a lazy component would first show nothing, and React then waits before it shows more.
  const [Plain, setPlain] = useState(() => plainHere);
  const { onFault: tell } = props;
  const goPlain = () =>
    bringPlain().then(
      (found) => {
        setPlain(() => found.default);
        setInGl(false);
      },
      () => tell?.('files-missing'),
    );
  const onFault = (fault: MapFault) => {
    // The coloured villages stay until the other map's code is here.
    if (fault === 'context-lost') void goPlain();
    tell?.(fault);
  };
  return (
    <Suspense fallback={<div style={{ position: 'absolute', inset: 0 }} aria-busy="true" />}>
      {inGl ? <GlMap {...props} onFault={onFault} /> : <Plain {...props} />}
    </Suspense>
  );
}
