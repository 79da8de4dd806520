import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signIn, startBrowser, startCounty } from '../e2e/county.ts';
import { median, type Row } from './row.ts';

/** What the map says of itself: coloured villages, then everything drawn, then every gesture heard. */
const marks = ['painted', 'whole', 'ready'] as const;
type Marks = Record<(typeof marks)[number], number>;

interface Load {
  /** In the page's own clock, from the start of the navigation to after the frame that shows it. */
  page: Marks;
  /** As this process hears of it, which asks again and again. */
  heard: Marks;
  pageBytes: number;
  allBytes: number;
}

const selectorOf: Record<keyof Marks, string> = {
  painted: '[data-map-state="painted"]',
  whole: '[data-map-whole]',
  ready: '[data-map-ready]',
};

declare global {
  interface Window {
    mapSeen: Marks;
  }
}

/** In the page, before anything of it: notes when the frame is over that shows each mark of the map. */
function watchMap(): void {
  window.mapSeen = { painted: 0, whole: 0, ready: 0 };
  const noted = new Set<string>();
  const note = (mark: keyof Marks, there: boolean) => {
    if (!there || noted.has(mark)) return;
    noted.add(mark);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      window.mapSeen[mark] = performance.now();
    };
    requestAnimationFrame(() => port2.postMessage(null));
  };
  new MutationObserver(() => {
    const { mapState, mapWhole, mapReady } = document.querySelector<HTMLElement>('[data-map-state]')?.dataset ?? {};
    note('painted', mapState === 'painted');
    note('whole', mapWhole !== undefined);
    note('ready', mapReady !== undefined);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** One cold load in a new browser: until the map says it has coloured its villages and until it stands whole, and the bytes that came over the wire. */
async function load(address: string, webgl: boolean): Promise<Load> {
  const browser = await startBrowser(webgl);
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    await signIn(context, address);
    // As a browser that was signed in before remembers it.
    await context.addInitScript(() => localStorage.setItem('county-map-signed-in', 'yes'));
    await context.addInitScript(watchMap);
    const page = await context.newPage();
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let allBytes = 0;
    let pageBytes = 0;
    let mapAsked = false;
    const addresses = new Map<string, string>();
    network.on('Network.requestWillBeSent', ({ requestId, request }) => {
      addresses.set(requestId, request.url);
      if (/county-view|maplibre/i.test(request.url)) mapAsked = true;
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      allBytes += encodedDataLength;
      const asked = addresses.get(requestId) ?? '';
      if (/\/assets\/|\/$|\.html/.test(asked) && !/deck|visit-points/i.test(asked)) pageBytes += encodedDataLength;
    });
    const begun = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    const heard: Marks = { painted: 0, whole: 0, ready: 0 };
    for (const mark of marks) {
      await page.waitForSelector(selectorOf[mark], { timeout: 60_000 });
      heard[mark] = performance.now() - begun;
    }
    await page.waitForTimeout(1500);
    if (!mapAsked) process.stderr.write('the map came with the first page\n');
    return { page: await page.evaluate(() => window.mapSeen), heard, pageBytes, allBytes };
  } finally {
    await browser.close();
  }
}

const barePage = `<!doctype html><canvas width="1920" height="1080"></canvas><script>
  document.querySelector('canvas').getContext('2d').fillRect(0, 0, 1920, 1080);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { window.shownAt = performance.now(); };
  requestAnimationFrame(() => port2.postMessage(null));
</script>`;

/** What a new browser takes on this machine before any page can show anything: one filled canvas, by the page's own clock, in milliseconds. */
async function loadBare(): Promise<number> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(barePage));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await startBrowser(true);
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    const shown = await page.waitForFunction(() => (window as { shownAt?: number }).shownAt);
    return (await shown.jsonValue()) ?? 0;
  } finally {
    await browser.close();
    server.close();
  }
}

const stages: { mark: keyof Marks; what: string; aim: string | null }[] = [
  { mark: 'painted', what: 'villages coloured after a cold load, signed in', aim: '≤ 1200 ms' },
  { mark: 'whole', what: 'the whole map, with lines and names', aim: '≤ 1800 ms' },
  { mark: 'ready', what: 'MapLibre stands and hears every gesture', aim: null },
];

/** First painted map after a cold load, and the bytes it took. */
export async function benchPage(): Promise<Row[]> {
  const county = await startCounty();
  try {
    const loads: Load[] = [];
    const plain: Load[] = [];
    const bare: number[] = [];
    for (let run = 0; run < 5; run++) {
      bare.push(await loadBare());
      loads.push(await load(county.address, true));
      plain.push(await load(county.address, false));
    }
    const taken = (clock: 'page' | 'heard', mark: keyof Marks) => median(loads.map((one) => one[clock][mark]));
    return [
      ...stages.flatMap(({ mark, what, aim }): Row[] => [
        { what: `${what}, by the page's clock`, value: taken('page', mark), unit: 'ms', aim },
        { what: `${what}, as heard from outside`, value: taken('heard', mark), unit: 'ms', aim: null },
      ]),
      ...stages.slice(0, 2).map(
        ({ mark, what }): Row => ({
          what: `${what}, in a browser without WebGL, by the page's clock`,
          value: median(plain.map(({ page }) => page[mark])),
          unit: 'ms',
          aim: null,
        }),
      ),
      {
        what: 'a page with one filled canvas and nothing else, in a new browser too',
        value: median(bare),
        unit: 'ms',
        aim: null,
      },
      {
        what: 'page with the map, over the wire',
        value: median(loads.map((one) => one.pageBytes)) / 1024,
        unit: 'kB',
        aim: '≤ 600 kB',
      },
      {
        what: 'everything until the map stands (ground and tiles too)',
        value: median(loads.map((one) => one.allBytes)) / 1024,
        unit: 'kB',
        aim: null,
      },
    ];
  } finally {
    await county.stop();
  }
}
