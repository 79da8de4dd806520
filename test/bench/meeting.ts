import type { Page } from 'playwright-core';
import { openPage, startBrowser, startCounty } from '../e2e/county.ts';
import { heldMeeting } from '../e2e/meeting-hall.ts';
import { median, type Row } from './row.ts';

const items = 30;

/** From the key to the step as it stands: its number, its colours painted, the map arrived. Milliseconds a step, over a whole meeting. */
async function steps(page: Page): Promise<number[]> {
  const taken: number[] = [];
  for (let number = 1; number < items; number++) {
    const watch = await page.evaluateHandle(watchStep, number);
    await page.keyboard.press('PageDown');
    taken.push(await watch.evaluate(({ tookMs }) => tookMs));
    await watch.dispose();
    // A sentence is said before the next: longer than any step, shorter than a meeting.
    await page.waitForTimeout(300);
  }
  return taken;
}

function watchStep(number: number): { tookMs: Promise<number> } {
  const tookMs = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`step ${number} did not come`)), 20_000);
    let begun = 0;
    window.addEventListener('keydown', () => (begun = performance.now()), { capture: true, once: true });
    const look = () => {
      const map = document.querySelector<HTMLElement>('[data-map-state]');
      const step = document.querySelector<HTMLElement>('[data-part="meeting-step"]');
      const there = step?.dataset.number === String(number) && map?.dataset.mapState === 'painted';
      if (begun === 0 || !there || map?.dataset.mapMoving !== undefined) return requestAnimationFrame(look);
      const gl = map?.querySelector('canvas')?.getContext('webgl2');
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      return resolve(performance.now() - begun);
    };
    requestAnimationFrame(look);
  });
  return { tookMs };
}

/** A meeting of thirty items by PgDn, with WebGL in software and without any: middle and slowest step. */
export async function benchMeeting(): Promise<Row[]> {
  const county = await startCounty();
  const rows: Row[] = [];
  try {
    for (const webgl of [true, false]) {
      const browser = await startBrowser(webgl);
      const { page, context } = await openPage(browser, {}, 'office');
      await page.goto(county.address);
      const { id } = await heldMeeting(context.request, county.address, { count: items });
      await page.goto(`${county.address}/meeting/${id}`);
      await page.waitForSelector('[data-map-state="painted"]', { timeout: 60_000 });
      await page.waitForTimeout(3000);
      const taken = await steps(page);
      await browser.close();
      const what = `a step of a meeting of ${items} items, from key to painted (${webgl ? 'WebGL' : 'SVG'})`;
      rows.push(
        { what: `${what}: median`, value: median(taken), unit: 'ms', aim: '≤ 300 ms' },
        { what: `${what}: slowest`, value: Math.max(...taken), unit: 'ms', aim: '≤ 300 ms' },
      );
    }
    return rows;
  } finally {
    await county.stop();
  }
}
