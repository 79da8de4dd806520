import { lazy, Suspense, useState } from 'react';
import type { MapFault, MapProps } from './props.ts';
import { hasWebGL } from './webgl.ts';

const GlMap = lazy(() => import('./gl/GlMap.tsx'));
const PlainMap = lazy(() => import('./plain/PlainMap.tsx'));

/** 县域图 — the map of the county: in WebGL, or as SVG where the browser has none, `?webgl=off` asks for it, or the graphics context is lost for good. */
export default function CountyMap(props: MapProps) {
  const [gl, setGl] = useState(() => hasWebGL());
  const onFault = (fault: MapFault) => {
    if (fault === 'context-lost') setGl(false);
    props.onFault?.(fault);
  };
  return <Suspense fallback={null}>{gl ? <GlMap {...props} onFault={onFault} /> : <PlainMap {...props} />}</Suspense>;
}
