import { lazy, Suspense, useState } from 'react';
import GlMap from './gl/GlMap.tsx';
import type { MapFault, MapProps } from './props.ts';
import { hasWebGL } from './webgl.ts';

const bringPlain = () => import('./plain/PlainMap.tsx');
const LatePlain = lazy(bringPlain);
let plainHere: typeof LatePlain | Awaited<ReturnType<typeof bringPlain>>['default'] = LatePlain;

/** Brings the map's code ahead of its first drawing. What WebGL needs for its first picture comes with the page. */
export function loadMap(): void {
  if (hasWebGL()) void import('./gl/county-view.ts').catch(() => undefined);
  else
    bringPlain().then(
      (found) => {
        plainHere = found.default;
      },
      () => undefined,
    );
}

/** 县域图 — the map of the county: in WebGL, or as SVG where the browser has none, `?webgl=off` asks for it, or the graphics context is lost for good. */
export default function CountyMap(props: MapProps) {
  const [inGl, setInGl] = useState(() => hasWebGL());
  // What is here already is drawn at once: a lazy component would first show nothing, and React then waits before it shows more.
  const [Plain] = useState(() => plainHere);
  const onFault = (fault: MapFault) => {
    if (fault === 'context-lost') setInGl(false);
    props.onFault?.(fault);
  };
  return (
    <Suspense fallback={<div className="map-loading" aria-busy="true" />}>
      {inGl ? <GlMap {...props} onFault={onFault} /> : <Plain {...props} />}
    </Suspense>
  );
}
