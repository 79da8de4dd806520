import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayerClass } from '../../server/layer/layer.ts';
import type { Reading } from '../dossier/reading.ts';
import { fill } from '../ui/format.ts';
import { Swatch } from '../ui/Swatch.tsx';

type Item = NonNullable<DossierAnswer['venue']>['items'][number];
type ItemState = 'has' | 'lacks' | 'not-reported';

const marks: Record<ItemState, Pick<LayerClass, 'lamp' | 'letter'>> = {
  has: { lamp: 'good', letter: { zh: '✓', en: '✓' } },
  lacks: { lamp: 'near', letter: { zh: '✕', en: '✕' } },
  'not-reported': { lamp: 'silent', letter: { zh: '?', en: '?' } },
};

const stateOf = ({ has }: Item): ItemState => (has === null ? 'not-reported' : has ? 'has' : 'lacks');

/** The checklist in its groups, each with how many of its items the venue has. */
export function Checklist({ items, reading }: { items: Item[]; reading: Reading }) {
  const { words } = reading;
  const groups = [...new Set(items.map(({ group }) => group))].map((group) => ({
    group,
    title: words.groups[group as keyof typeof words.groups] ?? words.groupOther,
    items: items.filter((item) => item.group === group),
  }));
  return (
    <div className="checklist">
      {groups.map(({ group, title, items: members }) => (
        <section key={group} aria-label={title}>
          <h5>
            {title}
            <span>{fill(words.groupCount, { has: members.filter(({ has }) => has).length, all: members.length })}</span>
          </h5>
          <ul>
            {members.map((item) => (
              <ChecklistEntry key={item.key} item={item} reading={reading} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ChecklistEntry({ item, reading }: { item: Item; reading: Reading }) {
  const { words, lang, theme } = reading;
  const state = stateOf(item);
  const said = { has: words.has, lacks: words.lacks, 'not-reported': words.notReported }[state];
  const cls: LayerClass = { id: state, title: item.title, hatch: 'none', ...marks[state] };
  return (
    <li data-part="item" data-state={state}>
      <Swatch cls={cls} theme={theme} lang={lang} size={15} />
      <span>{item.title[lang]}</span>
      <span className={state === 'has' ? 'only-heard' : 'item-state'}>{said}</span>
    </li>
  );
}
