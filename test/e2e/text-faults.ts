import type { Page } from 'playwright-core';

/** What a room could not read: letters smaller than a forty-fifth of the height, text cut by its box or the screen, and a page that scrolls sideways. */
export async function textFaults(page: Page): Promise<string[]> {
  await page.waitForSelector('[data-map-state="painted"], .words', { state: 'attached' });
  return page.evaluate(async () => {
    // What fits is measured when the page has its size.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const faults: string[] = [];
    const { documentElement: whole } = document;
    if (whole.scrollWidth > whole.clientWidth)
      faults.push(`scrolls sideways by ${whole.scrollWidth - whole.clientWidth}`);
    const root = document.querySelector('[data-part="meeting"], [data-part="lobby"]');
    if (!root) return ['no meeting'];
    const smallest = window.innerHeight / 45 - 0.01;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!holder || text === '' || holder.closest('option, [hidden]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const drawn = holder instanceof SVGGraphicsElement ? (holder.getScreenCTM()?.a ?? 1) : 1;
      const letter = Number.parseFloat(getComputedStyle(holder).fontSize) * drawn;
      if (letter < smallest) faults.push(`${letter.toFixed(1)} px: ${text}`);
      if (holder.closest('svg')) continue;
      for (let around: Element | null = holder; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (around !== whole && style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const clip =
          around === whole ? new DOMRect(0, 0, window.innerWidth, window.innerHeight) : around.getBoundingClientRect();
        const out = Math.max(
          clip.left - box.left,
          box.right - clip.right,
          clip.top - box.top,
          box.bottom - clip.bottom,
        );
        if (out > 2) faults.push(`cut by ${out.toFixed(0)} px in ${around.className || around.tagName}: ${text}`);
      }
    }
    return faults;
  });
}
