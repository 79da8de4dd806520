import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Lang } from './format.ts';
import './controls.css';

const locales: Record<Lang, string> = { zh: 'zh-CN', en: 'en-US' };

/** The library writes a rule into the page unless something goes by this name. The page's policy takes rules from sheets alone, so ours say `touch-action`. */
const written = document.createElement('meta');
written.id = 'react-aria-pressable-style';
document.head.append(written);

/** What the controls' library says by itself (how to drag, where something would go), in the language of the page and not of the browser. */
export function InLanguage({ lang, children }: { lang: Lang; children: ReactNode }) {
  return <I18nProvider locale={locales[lang]}>{children}</I18nProvider>;
}
