import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { MapFault, MapProps } from './props.ts';
import { hasWebGL } from './webgl.ts';

type MapComponent = ComponentType<MapProps>;

const bring = {
  gl: () => import('./gl/GlMap.tsx'),
  plain: () => import('./plain/PlainMap.tsx'),
};
const late: Record<keyof typeof bring, MapComponent> = { gl: lazy(bring.gl), plain: lazy(bring.plain) };
const here: Partial<Record<keyof typeof bring, MapComponent>> = {};

/** Brings the map's code ahead of its first drawing. */
export function loadMap(): void {
  const kind = hasWebGL() ? 'gl' : 'plain';
  bring[kind]().then(
    (found) => {
      here[kind] = found.default;
    },
    () => undefined,
  );
}

/** 县域图 — the map of the county: in WebGL, or as SVG where the browser has none, `?webgl=off` asks for it, or the graphics context is lost for good. */
export default function CountyMap(props: MapProps) {
  const [inGl, setInGl] = useState(() => hasWebGL());
  // What is here already is drawn at once: a lazy component would first show nothing, and React then waits before it shows more.
  const [Gl] = useState(() => here.gl ?? late.gl);
  const [Plain] = useState(() => here.plain ?? late.plain);
  const onFault = (fault: MapFault) => {
    if (fault === 'context-lost') setInGl(false);
    props.onFault?.(fault);
  };
  return (
    <Suspense fallback={<div className="map-loading" aria-busy="true" />}>
      {inGl ? <Gl {...props} onFault={onFault} /> : <Plain {...props} />}
    </Suspense>
  );
}
