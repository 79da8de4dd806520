import type { Layer } from '@deck.gl/core';
import { PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { rgbOf } from '../paint.ts';
import type { MapProps, RouteLine } from '../props.ts';
import { arrowsOf } from '../route-arrows.ts';

interface Leg {
  colour: string;
  path: [number, number][];
}
interface Mark {
  colour: string;
  at: [number, number];
  text: string;
  angle: number;
}

/** Routes along the roads with their direction and the numbers of their stops. */
export function routeLayers({ routes = [], theme }: MapProps): Layer[] {
  if (routes.length === 0) return [];
  const legs = routes.flatMap(({ colour, legs: paths }) => paths.map((path): Leg => ({ colour, path })));
  const stops = routes.flatMap(({ colour, stops: own }) =>
    own.map(({ at, number }): Mark => ({ colour, at, text: String(number), angle: 0 })),
  );
  const halo = theme === 'dark' ? [10, 20, 35, 230] : [255, 255, 255, 230];
  const line = {
    data: legs,
    getPath: ({ path }: Leg) => path,
    widthUnits: 'pixels',
    capRounded: true,
    jointRounded: true,
  } as const;
  return [
    new PathLayer<Leg>({ ...line, id: 'route-halo', getWidth: 8, getColor: halo as [number, number, number, number] }),
    new PathLayer<Leg>({ ...line, id: 'route-lines', getWidth: 4.5, getColor: ({ colour }) => rgbOf(colour) }),
    new TextLayer<Mark>({
      id: 'route-arrows',
      data: routes.flatMap(marksOf),
      getPosition: ({ at }) => at,
      getText: ({ text }) => text,
      getAngle: ({ angle }) => angle,
      getSize: 15,
      characterSet: ['\u25b6'],
      getColor: halo as [number, number, number, number],
    }),
    new ScatterplotLayer<Mark>({
      id: 'route-stops',
      data: stops,
      getPosition: ({ at }) => at,
      radiusUnits: 'pixels',
      lineWidthUnits: 'pixels',
      stroked: true,
      getRadius: 12,
      getLineWidth: 2,
      getFillColor: ({ colour }) => rgbOf(colour),
      getLineColor: [255, 255, 255],
    }),
    new TextLayer<Mark>({
      id: 'route-numbers',
      data: stops,
      getPosition: ({ at }) => at,
      getText: ({ text }) => text,
      getSize: 13,
      fontWeight: 700,
      getColor: [255, 255, 255],
    }),
  ];
}

const marksOf = ({ colour, legs }: RouteLine): Mark[] =>
  legs.flatMap(arrowsOf).map(({ at, angle }) => ({ colour, at, angle, text: '\u25b6' }));
