import { describe, expect, test } from 'vitest';
import { shownView, viewOf } from '../../web/admin/screen-view.ts';

describe('the view of a meeting screen, from a pasted link', () => {
  test.each([
    ['http://county/?layer=venue-stage&theme=dark', 'layer=venue-stage&theme=dark'],
    ['/?list=venue-stage:late,overdue', 'list=venue-stage%3Alate%2Coverdue'],
    ['http://county/lobby?views=1', 'lobby=1&views=1'],
    ['http://county/?q=100%', 'q=100%25'],
    ['http://county/?q=%E0%A4%A#top', 'q=%EF%BF%BD%25A'],
    ['http://county/', ''],
    ['一号会议室', ''],
  ])('%s', (link, view) => {
    expect(viewOf(link)).toBe(view);
  });

  test.each([
    ['layer=venue-stage&q=100%25', 'layer=venue-stage&q=100%'],
    ['q=100%', 'q=100%'],
    ['q=%E0%A4%A', 'q=\uFFFD%A'],
    ['%', '%'],
    ['list=venue-stage%3Alate', 'list=venue-stage:late'],
  ])('%s is shown whatever stands in it', (kept, shown) => {
    expect(shownView(kept)).toBe(shown);
  });
});
