import { wordsOf } from '../message/words.ts';
import type { Lang } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

/** 当前位置 — county, town, village; each leads back to itself. */
export function Breadcrumb({
  path,
  lang,
  onPlace,
}: {
  path: { code: string; name: string; kind: string }[];
  lang: Lang;
  onPlace(code: string | null): void;
}) {
  const words = wordsOf(lang);
  return (
    <nav className="breadcrumb" data-part="breadcrumb" aria-label={words.path}>
      <ol>
        {path.map(({ code, name, kind }, at) => (
          <li key={code}>
            {at > 0 && <Icon name="chevron" />}
            <button
              type="button"
              data-part="breadcrumb-place"
              aria-current={at === path.length - 1 ? 'location' : undefined}
              onClick={() => onPlace(kind === 'county' ? null : code)}
            >
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
