import type { LayersAnswer } from '../../server/layer/answer.ts';
import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';

interface ThemeMenuProps {
  layers: LayersAnswer;
  layer: string;
  lang: Lang;
  onLayer(id: string): void;
}

/** 专题与图层 — the themes with their keys, then the layers of the theme; single items stand in a list of their own. */
export function ThemeMenu({ layers, layer, lang, onLayer }: ThemeMenuProps) {
  const words = wordsOf(lang);
  const now = layers.layers.find(({ id }) => id === layer);
  const ofTheme = layers.layers.filter(({ theme }) => theme === now?.theme);
  const main = ofTheme.find(({ parent }) => parent === null);
  const subs = ofTheme.filter(({ parent }) => parent === null || parent === main?.id);
  const items = ofTheme.filter(({ parent }) => parent !== null && parent !== main?.id);
  const item = items.find(({ id }) => id === layer);
  return (
    <div className="themes">
      <nav aria-label={words.themes} data-part="theme-menu">
        {layers.themes.map(({ id, key, title }) => (
          <button
            key={id}
            type="button"
            className="theme"
            aria-pressed={now?.theme === id}
            onClick={() => onLayer(layers.layers.find((one) => one.theme === id && one.parent === null)?.id ?? layer)}
          >
            <kbd>{key}</kbd>
            {title[lang]}
          </button>
        ))}
      </nav>
      <nav aria-label={words.layers} className="layer-menu" data-part="layer-menu">
        {subs.map(({ id, title }) => (
          <button key={id} type="button" className="layer" aria-pressed={id === layer} onClick={() => onLayer(id)}>
            {title[lang]}
          </button>
        ))}
        {items.length > 0 && (
          <select
            className={item ? 'layer chosen' : 'layer'}
            aria-label={words.items}
            value={item?.id ?? ''}
            onChange={(event) => event.target.value !== '' && onLayer(event.target.value)}
          >
            <option value="">{words.items}</option>
            {items.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[lang]}
              </option>
            ))}
          </select>
        )}
      </nav>
    </div>
  );
}
