import type { ChecklistItem } from '../../server/venue/rules.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { dossierWords, type Lang } from '../ui/format.ts';
import { RowFaults, useInvalid } from './edition-faults.tsx';

interface RowsProps {
  items: ChecklistItem[];
  lang: Lang;
  onItems(items: ChecklistItem[]): void;
}

const groups: ChecklistItem['group'][] = ['rooms', 'connections', 'haves'];

/** The items of a checklist: named in both languages, grouped, added and removed. A key once given stays with its item. */
export function ChecklistRows({ items, lang, onItems }: RowsProps) {
  const { editions: words } = adminWords(lang);
  const invalid = useInvalid();
  const change = (at: number, item: ChecklistItem) => onItems(items.map((one, index) => (index === at ? item : one)));
  const add = () =>
    onItems([...items, { key: freeKey(items), group: 'haves', title: { zh: '', en: '' } } satisfies ChecklistItem]);
  return (
    <div className="all">
      <p className="edition-head" aria-hidden="true">
        <span>{words.item}</span>
        <span>{words.itemEn}</span>
        <span>{words.group}</span>
      </p>
      <ol className="edition-rows">
        {items.map((item, at) => (
          <li key={item.key}>
            <input
              aria-label={words.item}
              required
              value={item.title.zh}
              {...invalid(`body.${item.key}.title.zh`)}
              onChange={(event) => change(at, { ...item, title: { ...item.title, zh: event.target.value } })}
            />
            <input
              aria-label={words.itemEn}
              required
              lang="en"
              value={item.title.en}
              onChange={(event) => change(at, { ...item, title: { ...item.title, en: event.target.value } })}
            />
            <select
              aria-label={words.group}
              value={item.group}
              onChange={(event) => change(at, { ...item, group: event.target.value as ChecklistItem['group'] })}
            >
              {groups.map((group) => (
                <option key={group} value={group}>
                  {dossierWords(lang).groups[group]}
                </option>
              ))}
            </select>
            <button type="button" className="link" onClick={() => onItems(items.filter((_, index) => index !== at))}>
              {words.remove}
            </button>
            <RowFaults of={`body.${item.key}`} />
          </li>
        ))}
      </ol>
      <RowFaults of="body" within={false} />
      <button type="button" className="link" onClick={add}>
        + {words.addItem}
      </button>
    </div>
  );
}

/** A key no item has yet. */
function freeKey(items: ChecklistItem[]): string {
  for (let number = items.length + 1; ; number++) {
    const key = `item-${number}`;
    if (!items.some((item) => item.key === key)) return key;
  }
}
