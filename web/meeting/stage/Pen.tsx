import { type PointerEvent, useState } from 'react';

/** 画笔 — lines drawn over the map by hand; gone with the step. 指示 — a dot that follows the pointer. */
export function Pen({ draws }: { draws: boolean }) {
  const [lines, setLines] = useState<[number, number][][]>([]);
  const [drawing, setDrawing] = useState(false);
  const [dot, setDot] = useState<[number, number] | null>(null);
  const at = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent): [number, number] => [offsetX, offsetY];
  return (
    <svg
      className={draws ? 'pen draws' : 'pen points'}
      data-part="meeting-pen"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (!draws) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawing(true);
        setLines([...lines, [at(event)]]);
      }}
      onPointerMove={(event) => {
        if (!draws) return setDot(at(event));
        if (drawing) setLines([...lines.slice(0, -1), [...(lines.at(-1) ?? []), at(event)]]);
      }}
      onPointerUp={() => setDrawing(false)}
      onPointerLeave={() => setDot(null)}
    >
      {lines.map((line) => (
        <polyline key={line[0]?.join(' ')} points={line.map((point) => point.join(',')).join(' ')} />
      ))}
      {dot && <circle cx={dot[0]} cy={dot[1]} r={12} />}
    </svg>
  );
}
