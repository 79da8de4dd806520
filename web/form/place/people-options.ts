import type { PersonOption } from '../../../server/save/form-parts.ts';
import type { Lang } from '../../ui/format.ts';
import type { Option } from '../fields.tsx';

/** Office-holders to choose from: name, unit and post; each once. */
export function peopleOptions(people: PersonOption[], lang: Lang): Option[] {
  const once = new Map(people.map((person) => [person.id, person]));
  const parted = lang === 'zh' ? ' · ' : ', ';
  return [...once.values()].map(({ id, name, post, unit }) => ({
    value: id,
    title: [name, unit !== null && post?.startsWith(unit) ? null : unit, post].filter(Boolean).join(parted) || '—',
  }));
}
