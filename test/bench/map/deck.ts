import { Deck, MapView, WebMercatorViewport } from '@deck.gl/core';
import { GeoJsonLayer } from '@deck.gl/layers';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import { rgbOf } from '../../../web/map/paint.ts';
import { classesOf, colours, finish, offer, root, villages } from './bench-page.ts';

const shapes = await villages();
const areas = (await (await fetch('/areas.json')).json()) as AreasAnswer;
const [west, south, east, north] = areas.map?.bounds ?? [0, 0, 1, 1];
const { clientWidth: width, clientHeight: height } = root();
const fitted = new WebMercatorViewport({ width, height }).fitBounds(
  [
    [west, south],
    [east, north],
  ],
  { padding: 32 },
);
const canvas = document.createElement('canvas');
root().append(canvas);
let drawn: (() => void) | null = null;
const rgb = colours.map(rgbOf);
const order = new Map(shapes.features.map((one, at) => [one.properties.fid, at]));

function layerOf(seed: number) {
  const classes = classesOf(shapes.features.length, seed);
  return new GeoJsonLayer<{ fid: number }>({
    id: 'villages',
    data: shapes,
    stroked: false,
    filled: true,
    getFillColor: (feature) => rgb[classes[order.get(feature.properties.fid) ?? 0] ?? 0] ?? [0, 0, 0],
    updateTriggers: { getFillColor: seed },
  });
}

const deck = new Deck({
  canvas,
  width,
  height,
  useDevicePixels: false,
  views: new MapView(),
  initialViewState: { longitude: fitted.longitude, latitude: fitted.latitude, zoom: fitted.zoom },
  layers: [layerOf(0)],
  onAfterRender: () => drawn?.(),
});
const rendered = () =>
  new Promise<void>((resolve) => {
    drawn = resolve;
  });
await rendered();
await new Promise((resolve) => setTimeout(resolve, 1500));
offer(async (seed) => {
  const next = rendered();
  deck.setProps({ layers: [layerOf(seed)] });
  await next;
  finish(canvas);
});
