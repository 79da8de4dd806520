import type { Browser, Page } from 'playwright-core';
import { type County, openPage, startBrowser, startCounty } from '../e2e/county.ts';
import { heldMeeting } from '../e2e/meeting-hall.ts';
import { median, type Row } from './row.ts';

const items = 30;
/** A sentence is said before the next step: longer than any step, shorter than a meeting. Milliseconds. */
const saidMs = 1200;

/** When a page shows a step as it stands: its number, its colours painted, the map arrived; and when the key was pressed on it. Both epoch milliseconds. */
function watchStep(number: number): { seen: Promise<{ keyAt: number; at: number }> } {
  const now = () => performance.timeOrigin + performance.now();
  const seen = new Promise<{ keyAt: number; at: number }>((resolve, reject) => {
    setTimeout(() => reject(new Error(`step ${number} did not come`)), 20_000);
    let keyAt = 0;
    let framesLeft = 2;
    const onKey = () => {
      keyAt = now();
    };
    window.addEventListener('keydown', onKey, { capture: true, once: true });
    const look = (): void => {
      const map = document.querySelector<HTMLElement>('[data-map-state]');
      const step = document.querySelector<HTMLElement>('[data-part="meeting-step"]');
      const there = step?.dataset.number === String(number) && map?.dataset.mapState === 'painted';
      // The map draws in the frame after the page has heard of the step.
      if (!there || map?.dataset.mapMoving !== undefined || framesLeft-- > 0) {
        requestAnimationFrame(look);
        return;
      }
      const gl = map?.querySelector('canvas')?.getContext('webgl2');
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      window.removeEventListener('keydown', onKey, { capture: true });
      resolve({ keyAt, at: now() });
    };
    requestAnimationFrame(look);
  });
  return { seen };
}

/** From the key to the step, on the page it is pressed on and on those that follow; one figure a step. */
async function steps(leads: Page, follows: Page | null): Promise<{ own: number[]; others: number[] }> {
  const taken = { own: [] as number[], others: [] as number[] };
  for (let number = 1; number < items; number++) {
    const [own, other] = [
      await leads.evaluateHandle(watchStep, number),
      await follows?.evaluateHandle(watchStep, number),
    ];
    await leads.keyboard.press('PageDown');
    const { keyAt, at } = await own.evaluate(({ seen }) => seen);
    taken.own.push(at - keyAt);
    if (other) taken.others.push((await other.evaluate(({ seen }) => seen)).at - keyAt);
    await own.dispose();
    await leads.waitForTimeout(saidMs);
  }
  return taken;
}

const standing = async (page: Page, address: string) => {
  await page.goto(address);
  await page.waitForSelector('[data-map-state="painted"][data-map-ready]', { timeout: 60_000 });
};

async function held(browser: Browser, county: County) {
  const { page, context } = await openPage(browser, {}, 'office');
  await page.goto(county.address);
  const { id } = await heldMeeting(context.request, county.address, { count: items });
  await standing(page, `${county.address}/meeting/${id}`);
  return { page, id };
}

const rowsOf = (what: string, taken: number[], aim: string): Row[] => [
  { what: `${what}: median`, value: median(taken), unit: 'ms', aim },
  { what: `${what}: slowest`, value: Math.max(...taken), unit: 'ms', aim },
];

/** A meeting of thirty items by PgDn, with WebGL in software and without any: middle and slowest step, and on a screen that follows. */
export async function benchMeeting(): Promise<Row[]> {
  const county = await startCounty();
  const rows: Row[] = [];
  try {
    for (const webgl of [true, false]) {
      const browser = await startBrowser(webgl);
      const { page, id } = await held(browser, county);
      // A second WebGL map in software would be measured instead of the way to it.
      const follower = webgl ? null : await openPage(browser, {}, 'leader1');
      if (follower) await standing(follower.page, `${county.address}/follow/${id}`);
      await page.waitForTimeout(3000);
      const { own, others } = await steps(page, follower?.page ?? null);
      await browser.close();
      const kind = webgl ? 'WebGL in software' : 'SVG';
      rows.push(...rowsOf(`a step of a meeting of ${items} items, key to painted, ${kind}`, own, '≤ 300 ms'));
      if (follower) rows.push(...rowsOf('the same on a screen that follows', others, '≤ 1000 ms'));
    }
    return rows;
  } finally {
    await county.stop();
  }
}
