import { lazy, Suspense, useState } from 'react';
import type { MapFault, MapProps } from './props.ts';
import { hasWebGL } from './webgl.ts';

const gl = () => import('./gl/GlMap.tsx');
const plain = () => import('./plain/PlainMap.tsx');
const GlMap = lazy(gl);
const PlainMap = lazy(plain);

/** Brings the map's code ahead of its first drawing. */
export function loadMap(): void {
  void (hasWebGL() ? gl() : plain());
}

/** 县域图 — the map of the county: in WebGL, or as SVG where the browser has none, `?webgl=off` asks for it, or the graphics context is lost for good. */
export default function CountyMap(props: MapProps) {
  const [inGl, setInGl] = useState(() => hasWebGL());
  const onFault = (fault: MapFault) => {
    if (fault === 'context-lost') setInGl(false);
    props.onFault?.(fault);
  };
  return (
    <Suspense fallback={<div className="map-loading" aria-busy="true" />}>
      {inGl ? <GlMap {...props} onFault={onFault} /> : <PlainMap {...props} />}
    </Suspense>
  );
}
