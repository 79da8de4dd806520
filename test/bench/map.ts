import type { Browser } from 'playwright-core';
import { openPage, startBrowser, startCounty } from '../e2e/county.ts';
import { benchFiles } from './map/county-files.ts';
import { buildPages, removePages, servePages } from './map/serve.ts';
import { median, type Row } from './row.ts';

const sizes = [
  { villages: 150, runs: 7 },
  { villages: 3_000, runs: 5 },
  { villages: 35_000, runs: 2 },
];
const others = [
  { page: 'deck', title: 'deck.gl GeoJsonLayer' },
  { page: 'openlayers', title: 'OpenLayers' },
  { page: 'leaflet', title: 'Leaflet canvas' },
  { page: 'echarts', title: 'ECharts' },
];

interface BenchPage {
  recolourMs(): Promise<number>;
  close(): Promise<void>;
}

async function openBench(browser: Browser, address: string, name: string): Promise<BenchPage> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}/${name}.html`);
  await page
    .waitForFunction(() => window.bench !== undefined, undefined, { timeout: 90_000 })
    .catch((error) => {
      throw new Error(`${name} never stood: ${faults.join('; ') || String(error)}`);
    });
  let seed = 0;
  return {
    recolourMs: () => page.evaluate((at) => window.bench?.recolour(at) ?? Number.NaN, ++seed),
    close: () => context.close(),
  };
}

/** This map against the bare draw in turns, so that whatever else the machine does meets both. */
async function againstBare(
  browser: Browser,
  address: string,
  runs: number,
): Promise<{ ours: number[]; bare: number[] }> {
  const [bare, ours] = [await openBench(browser, address, 'bare'), await openBench(browser, address, 'ours')];
  const taken = { ours: [] as number[], bare: [] as number[] };
  for (let run = -2; run < runs; run++) {
    const [first, second] = [await bare.recolourMs(), await ours.recolourMs()];
    if (run < 0) continue;
    taken.bare.push(first);
    taken.ours.push(second);
  }
  await bare.close();
  await ours.close();
  return taken;
}

async function recolourMs(browser: Browser, address: string, name: string, runs: number): Promise<number> {
  const page = await openBench(browser, address, name);
  const taken: number[] = [];
  for (let run = -1; run < runs; run++) {
    const ms = await page.recolourMs();
    if (run >= 0) taken.push(ms);
  }
  await page.close();
  return median(taken);
}

async function recolours(browser: Browser, folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { villages, runs } of sizes) {
    const server = await servePages(folder, await benchFiles(villages));
    const of = `recolour of ${villages.toLocaleString('en')} villages`;
    const { ours, bare } = await againstBare(browser, server.address, 11);
    const ratio = median(ours.map((ms, run) => ms / (bare[run] ?? Number.NaN)));
    rows.push(
      { what: `${of}: this map`, value: median(ours), unit: 'ms', aim: null },
      { what: `${of}: bare WebGL draw of the same triangles`, value: median(bare), unit: 'ms', aim: null },
      { what: `${of}: this map : bare draw`, value: ratio, unit: '×', aim: villages > 9999 ? '≤ 1.5 ×' : null },
    );
    for (const { page, title } of others) {
      const ms = await recolourMs(browser, server.address, page, runs);
      rows.push(
        { what: `${of}: ${title}`, value: ms, unit: 'ms', aim: null },
        { what: `${of}: ${title} : this map`, value: ms / median(ours), unit: '×', aim: null },
      );
    }
    server.stop();
  }
  return rows;
}

/** From the key of a theme to the painted pixels, in the product with the sample: first for layers not shown before, then again. */
async function layerSwitches(browser: Browser): Promise<Row[]> {
  const county = await startCounty();
  const { page, context } = await openPage(browser);
  try {
    await page.goto(county.address);
    await page.waitForSelector('[data-map-ready]', { timeout: 60_000 });
    await page.waitForTimeout(2000);
    const taken: number[] = [];
    for (const key of ['2', '3', '1', '2', '3', '1', '2']) {
      const watch = await page.evaluateHandle(watchSwitch);
      await page.keyboard.press(key);
      taken.push(await watch.evaluate(({ tookMs }) => tookMs));
      await page.waitForTimeout(400);
    }
    return [
      {
        what: 'layer switch to painted pixels, first time',
        value: median(taken.slice(0, 2)),
        unit: 'ms',
        aim: '≤ 100 ms',
      },
      { what: 'layer switch to painted pixels, again', value: median(taken.slice(3)), unit: 'ms', aim: '≤ 100 ms' },
    ];
  } finally {
    await context.close();
    await county.stop();
  }
}

/** Begins to watch before the key is pressed; the time comes later. */
function watchSwitch(): { tookMs: Promise<number> } {
  const map = document.querySelector<HTMLElement>('[data-map-state]');
  const shown = map?.dataset.mapLayer;
  const tookMs = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('the layer did not change')), 10_000);
    let begun = 0;
    window.addEventListener('keydown', () => (begun = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const { mapState, mapLayer } = map?.dataset ?? {};
      if (mapState !== 'painted' || mapLayer === shown) return;
      observer.disconnect();
      // The first canvas holds the villages: reading a pixel waits until they are drawn.
      const canvas = map?.querySelector('canvas');
      const gl = canvas?.getContext('webgl2');
      if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      else canvas?.getContext('2d')?.getImageData(0, 0, 1, 1);
      resolve(performance.now() - begun);
    });
    if (map) observer.observe(map, { attributes: true });
  });
  return { tookMs };
}

/** Recolours against a bare draw and four other map engines, and the layer switch of the product. */
export async function benchMap(): Promise<Row[]> {
  const browser = await startBrowser(true);
  const folder = await buildPages();
  try {
    return [...(await recolours(browser, folder)), ...(await layerSwitches(browser))];
  } finally {
    removePages(folder);
    await browser.close();
  }
}
