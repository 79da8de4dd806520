import { useEffect, useRef } from 'react';
import type { MapProps } from '../props.ts';
import { CountyDrawing } from './county-drawing.ts';

/** The map in WebGL. A new boundary edition (another tile address) opens a new map. */
export default function GlMap(props: MapProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<CountyDrawing | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const edition = props.areas.map?.tiles;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the edition alone decides when a new map is opened
  useEffect(() => {
    if (!box.current) return;
    const opened = new CountyDrawing(box.current, latest.current);
    view.current = opened;
    return () => {
      view.current = null;
      opened.destroy();
    };
  }, [edition]);
  useEffect(() => view.current?.update(props));
  return <div ref={box} className="county-map" style={{ position: 'absolute', inset: 0 }} />;
}
