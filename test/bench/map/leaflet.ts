import 'leaflet/dist/leaflet.css';
import leaflet from 'leaflet';
import { classesOf, colours, finish, nextFrame, offer, root, villages } from './bench-page.ts';

const shapes = await villages();
const map = leaflet.map(root(), {
  preferCanvas: true,
  zoomControl: false,
  attributionControl: false,
  zoomAnimation: false,
  zoomSnap: 0,
});
let classes = classesOf(shapes.features.length, 0);
const order = new Map(shapes.features.map((one, at) => [one.properties.fid, at]));
const styled = (feature?: { properties: { fid: number } }) => ({
  stroke: false,
  fillOpacity: 1,
  fillColor: colours[classes[order.get(feature?.properties.fid ?? 0) ?? 0] ?? 0],
});
const layer = leaflet
  .geoJSON(shapes, { style: (feature) => styled(feature as { properties: { fid: number } }) })
  .addTo(map);
map.fitBounds(layer.getBounds(), { animate: false });
await nextFrame();
offer(async (seed) => {
  classes = classesOf(shapes.features.length, seed);
  layer.setStyle((feature) => styled(feature as { properties: { fid: number } }));
  // Leaflet draws its canvas in the frame it asked for; the frame after that stands.
  await nextFrame();
  finish(root().querySelector('canvas'));
});
