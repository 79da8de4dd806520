import type { ViewState } from './url.ts';

/** Colour of the browser's own frame by theme, as the page's paper. */
const frame = { light: '#f4f2ea', dark: '#0d1823' } as const;

/** Gives the page its language and theme; done before the first paint and whenever the view changes. */
export function dressPage({ lang, theme }: Pick<ViewState, 'lang' | 'theme'>): void {
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', frame[theme]);
}
