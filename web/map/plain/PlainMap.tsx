import { useQuery } from '@tanstack/react-query';
import { type MouseEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PlainMap as PlainFile, PlainGround } from '../../../geodata/build/county-files.ts';
import { fadedVillages, villageClasses } from '../column.ts';
import { mapInk, paintsOf } from '../paint.ts';
import type { MapProps } from '../props.ts';
import { SecondPress } from '../second-press.ts';
import { entered, townInFocus } from '../view.ts';
import { GroundImage, Veil } from './PlainGround.tsx';
import { PlainLabels } from './PlainLabels.tsx';
import { PlainMoved } from './PlainMoved.tsx';
import { PlainRoutes } from './PlainRoutes.tsx';
import { HatchPatterns, Lines, Villages } from './PlainShapes.tsx';
import { PlainVisits } from './PlainVisits.tsx';
import type { Size } from './projection.ts';
import { usePlacing } from './use-camera.ts';
import { useHand } from './use-hand.ts';

/** Height of a name at a desk, pixels. */
const deskPx = 24;

async function read<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

function useFile<T>(address: string | null | undefined) {
  return useQuery({
    queryKey: ['map-file', address],
    queryFn: () => read<T>(address ?? ''),
    enabled: Boolean(address),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function useSize(box: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize({ width, height });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

const fidOf = (target: EventTarget, name: 'fid' | 'town'): number | null => {
  const text = target instanceof SVGElement ? target.dataset[name] : undefined;
  return text ? Number(text) : null;
};

/** 矢量底图 — the map as SVG, for browsers without WebGL and for paper: the same colours, hatches, labels and gestures. */
export default function PlainMap(props: MapProps) {
  const { areas, layer, values, filter, theme, lang, selected, onHover } = props;
  const scope = useId().replaceAll(':', '');
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const file = useFile<PlainFile>(areas.map?.plain);
  const ground = useFile<PlainGround>(areas.map?.groundPlain).data ?? null;
  const plain = file.data ?? null;
  const [placing, move] = usePlacing(plain, size, props);
  const hand = useHand(box, placing, move);
  const ink = mapInk[theme];
  const town = townInFocus(props);
  const paints = useMemo(() => paintsOf(layer.classes, theme), [layer, theme]);
  const classes = useMemo(() => villageClasses(areas, layer, values), [areas, layer, values]);
  const faded = useMemo(
    () => fadedVillages(areas, layer, classes, { town, filter }),
    [areas, layer, classes, town, filter],
  );
  const failed = file.isError || !areas.map;
  const { onFault } = props;
  useEffect(() => {
    if (failed) onFault?.('files-missing');
  }, [failed, onFault]);

  const [presses] = useState(() => new SecondPress());
  const click = (event: MouseEvent) => {
    if (hand.dragged()) return;
    const name = fidOf(event.target, 'town');
    if (name !== null && props.focus.kind === 'county') {
      props.onEnter(name);
      presses.after(event, null);
      return;
    }
    const fid = fidOf(event.target, 'fid');
    props.onSelect(fid);
    if (fid !== null) presses.after(event, () => props.onEnter(entered(props, fid)));
  };
  const hover = (event: PointerEvent) => {
    hand.onPointerMove(event);
    const fid = fidOf(event.target, 'fid');
    const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
    onHover(fid === null ? null : { fid, x: event.clientX - left, y: event.clientY - top });
  };
  const painted = plain && placing && values?.layer === layer.id;
  const chosen = plain?.villages.find(({ fid }) => fid === selected)?.d;
  // Outlines that go with larger names are wider by as much.
  const wide = Math.max(1, (props.typePx ?? 0) / deskPx);
  const focused = plain?.towns.find(({ fid }) => fid === town)?.d;
  const outline = {
    fill: 'none',
    strokeLinejoin: 'round',
    vectorEffect: 'non-scaling-stroke',
    pointerEvents: 'none',
  } as const;
  return (
    <div
      ref={box}
      className="county-map"
      data-map-state={failed ? 'failed' : painted ? 'painted' : 'loading'}
      data-map-layer={painted ? layer.id : undefined}
      data-map-whole={painted ? 'yes' : undefined}
      data-map-ready={painted ? 'yes' : undefined}
      data-map-selected={selected ?? undefined}
      style={{ position: 'absolute', inset: 0, background: ink.paper, touchAction: 'none', overflow: 'hidden' }}
    >
      <svg
        width="100%"
        height="100%"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved with the arrow keys
        tabIndex={0}
        role="img"
        aria-label={layer.title[lang]}
        onClick={click}
        {...hand}
        onPointerMove={hover}
        onPointerLeave={() => onHover(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && selected !== null) props.onEnter(entered(props, selected));
          else hand.onKeyDown(event);
        }}
      >
        {plain && placing && (
          <>
            <HatchPatterns scope={scope} paints={paints} scale={placing.scale} />
            <g transform={`translate(${placing.x} ${placing.y}) scale(${placing.scale})`}>
              <GroundImage props={props} plain={plain} scope={scope} />
              <Veil plain={plain} ink={ink} />
              <Villages scope={scope} plain={plain} classes={classes} faded={faded} paints={paints} ink={ink} />
              <Lines plain={plain} ground={ground} ink={ink} />
              <PlainMoved box={box} plain={plain} moved={props.moved} ink={ink} />
              {focused && <path d={focused} {...outline} stroke={ink.townLine} strokeWidth={3.2 * wide} />}
              {chosen && <path d={chosen} {...outline} stroke={ink.labelHalo} strokeWidth={6.5 * wide} />}
              {chosen && <path d={chosen} {...outline} stroke={ink.chosen} strokeWidth={2.8 * wide} />}
            </g>
            {props.routes && <PlainRoutes props={props} plain={plain} placing={placing} />}
            {props.showVisits && <PlainVisits props={props} plain={plain} placing={placing} />}
            <PlainLabels props={props} box={plain} placing={placing} size={size} ink={ink} />
          </>
        )}
      </svg>
    </div>
  );
}
