import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Style from 'ol/style/Style.js';
import View from 'ol/View.js';
import { classesOf, colours, finish, offer, root, villages } from './bench-page.ts';

const shapes = await villages();
const features = new GeoJSON().readFeatures(shapes, { featureProjection: 'EPSG:3857' });
const source = new VectorSource({ features });
const styles = colours.map((color) => new Style({ fill: new Fill({ color }) }));
let classes = classesOf(features.length, 0);
const order = new Map(shapes.features.map((one, at) => [one.properties.fid, at]));
const layer = new VectorLayer({
  source,
  style: (feature) => styles[classes[order.get(Number(feature.get('fid'))) ?? 0] ?? 0],
});
const map = new OlMap({ target: root(), layers: [layer], controls: [], view: new View() });
map.getView().fit(source.getExtent() ?? [0, 0, 1, 1], { padding: [32, 32, 32, 32] });
map.renderSync();
offer(async (seed) => {
  classes = classesOf(features.length, seed);
  layer.changed();
  map.renderSync();
  finish(root().querySelector('canvas'));
});
