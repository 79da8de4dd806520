import { MapChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { classesOf, colours, finish, offer, root, villages } from './bench-page.ts';

use([MapChart, GeoComponent, CanvasRenderer]);
const shapes = await villages();
const named = shapes.features.map((one) => ({ ...one, properties: { name: String(one.properties.fid) } }));
registerMap('county', JSON.stringify({ type: 'FeatureCollection', features: named }));
const chart = init(root());

function coloured(seed: number) {
  const classes = classesOf(named.length, seed);
  const entries = named.map((one, at) => ({
    name: one.properties.name,
    itemStyle: { areaColor: colours[classes[at] ?? 0] },
  }));
  const series = { type: 'map', map: 'county', data: entries, silent: true, itemStyle: { borderWidth: 0 } };
  return new Promise<void>((resolve) => {
    const done = () => {
      chart.off('finished', done);
      resolve();
    };
    chart.on('finished', done);
    chart.setOption({ animation: false, series: [series] });
  });
}
await coloured(0);
offer(async (seed) => {
  await coloured(seed);
  finish(root().querySelector('canvas'));
});
