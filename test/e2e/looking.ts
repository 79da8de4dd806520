import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The selector of a named part of the page. */
export const part = (name: string) => `[data-part="${name}"]`;

/** Waits for the map to be painted, with this layer where one is named, and to hear every gesture. */
export const painted = (page: Page, layer?: string) =>
  page.waitForSelector(`[data-map-state="painted"][data-map-ready]${layer ? `[data-map-layer="${layer}"]` : ''}`);

/** Waits until the map is painted, nothing says that it still loads, no font is awaited and nothing moves that ends by itself. */
export async function settled(page: Page): Promise<void> {
  await painted(page);
  await page.waitForFunction(() => {
    const moving = document.getAnimations().filter((one) => one.playState === 'running');
    const ending = moving.filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    const busy = document.querySelector('[aria-busy="true"]');
    return busy === null && ending.length === 0 && document.fonts.status === 'loaded';
  });
}

/** What stands in each place of a selector, asked again until it is what is expected. */
export const texts = (page: Page, selector: string) =>
  expect.poll(async () => (await page.locator(selector).allInnerTexts()).map((text) => text.trim()));

/** How many places of a selector there are, asked again until it is what is expected. */
export const count = (page: Page, selector: string) => expect.poll(() => page.locator(selector).count());

/** Waits until the page hears of changes, over the line that all pages of its browser share. */
export const listening = (page: Page) => page.waitForSelector('html[data-live]', { state: 'attached' });
