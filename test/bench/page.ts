import { signIn, startBrowser, startCounty } from '../e2e/county.ts';
import { median, type Row } from './row.ts';

interface Load {
  villagesMs: number;
  wholeMs: number;
  pageBytes: number;
  allBytes: number;
}

/** One cold load in a new browser: until the map says it has coloured its villages and until it stands whole, and the bytes that came over the wire. */
async function load(address: string): Promise<Load> {
  const browser = await startBrowser(true);
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    await signIn(context, address);
    // As a browser that was signed in before remembers it.
    await context.addInitScript(() => localStorage.setItem('county-map-signed-in', 'yes'));
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
    await page.waitForSelector('[data-map-state="painted"]', { timeout: 60_000 });
    const villagesMs = performance.now() - begun;
    await page.waitForSelector('[data-map-whole]', { timeout: 60_000 });
    const wholeMs = performance.now() - begun;
    await page.waitForTimeout(1500);
    if (!mapAsked) process.stderr.write('the map came with the first page\n');
    return { villagesMs, wholeMs, pageBytes, allBytes };
  } finally {
    await browser.close();
  }
}

/** First painted map after a cold load, and the bytes it took. */
export async function benchPage(): Promise<Row[]> {
  const county = await startCounty();
  try {
    const loads: Load[] = [];
    for (let run = 0; run < 5; run++) loads.push(await load(county.address));
    return [
      {
        what: 'villages coloured after a cold load, signed in',
        value: median(loads.map((one) => one.villagesMs)),
        unit: 'ms',
        aim: '≤ 1200 ms',
      },
      {
        what: 'the whole map, with lines and names',
        value: median(loads.map((one) => one.wholeMs)),
        unit: 'ms',
        aim: '≤ 1800 ms',
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
