import { describe, expect, test } from 'vitest';
import { floors } from './inner-order.ts';
import { sources } from './sources.ts';

const sheets = sources(/^web\/.*\.css$/);
const roomOf = (path: string) => path.split('/')[1] ?? '';

/** What every page is built from: these sheets alone may speak of elements anywhere. */
const everywhere = [
  'web/ui/theme.css',
  'web/chrome/chrome.css',
  'web/chrome/narrow.css',
  'web/chrome/forced-colours.css',
];

interface Rule {
  path: string;
  room: string;
  selector: string;
  classes: string[];
}

/** The selectors of a sheet, one of a list at a time, those within media queries too. */
function rulesOf({ path, text }: { path: string; text: string }): Rule[] {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/@(media|supports|container)[^{]*\{/g, '');
  return [...bare.matchAll(/([^{}]+)\{[^{}]*\}/g)]
    .flatMap(([, list]) => listed(list ?? ''))
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter((selector) => selector !== '' && !selector.startsWith('@'))
    .map((selector) => ({ path, room: roomOf(path), selector, classes: classesOf(selector) }));
}

/** The selectors of a list, split at commas outside brackets. */
function listed(list: string): string[] {
  let open = 0;
  const parts = [''];
  for (const letter of list) {
    open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && open === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

const classesOf = (selector: string) => [
  ...new Set([...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name ?? '')),
];

const rules = sheets.flatMap(rulesOf);

/** The rooms that dress a class by itself; where none does, those that name it at all. */
const owners = new Map<string, Set<string>>();
for (const { room, classes } of rules) {
  const [only] = classes;
  if (only !== undefined && classes.length === 1) owners.set(only, (owners.get(only) ?? new Set()).add(room));
}
const named = Map.groupBy(
  rules.flatMap(({ room, classes }) => classes.map((name) => ({ name, room }))),
  ({ name }) => name,
);
for (const [name, found] of named) {
  const rooms = new Set(found.map(({ room }) => room));
  if (!owners.has(name) && rooms.size === 1) owners.set(name, rooms);
}

describe('a style sheet dresses its own room', () => {
  test('there are rules to look at', () => expect(rules.length).toBeGreaterThan(500));
  test('a class is dressed by one room', () => {
    expect([...owners].filter(([, rooms]) => rooms.size > 1).map(([name, rooms]) => [name, ...rooms])).toEqual([]);
  });
  test('every rule names a class of its own room', () => {
    const astray = rules.filter(
      ({ path, room, classes }) => !everywhere.includes(path) && !classes.some((name) => owners.get(name)?.has(room)),
    );
    expect(astray.map(({ path, selector }) => `${path} ${selector}`)).toEqual([]);
  });
  test('a class is worn in its own room and in those above', () => {
    const floorOf = new Map((floors.web ?? []).flatMap((rooms, at) => rooms.map((room) => [room, at] as const)));
    const worn = sources(/^web\/.*\.tsx$/).flatMap(({ path, text }) =>
      [...text.matchAll(/className="([^"]*)"/g)].flatMap(([, names]) =>
        (names ?? '').split(' ').map((name) => ({ path, name })),
      ),
    );
    const below = worn.filter(({ path, name }) =>
      [...(owners.get(name) ?? [])].some((room) => (floorOf.get(room) ?? 0) < (floorOf.get(roomOf(path)) ?? 0)),
    );
    expect(below.map(({ path, name }) => `${path} .${name}`)).toEqual([]);
  });
  test('every class dressed is worn', () => {
    const code = sources(/^web\/.*\.tsx?$/)
      .map(({ text }) => text)
      .join('\n');
    const words = new Set(code.split(/[^\w-]+/));
    expect([...named.keys()].filter((name) => !words.has(name))).toEqual([]);
  });
});
