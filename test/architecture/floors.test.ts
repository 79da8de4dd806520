import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floors } from './inner-order.ts';
import { importsOf, sources } from './sources.ts';

/** Value imports between rooms of a side, as `room > room` with the files they stand in. Types build nothing and may look up. */
function arrowsOf(side: string): Map<string, string[]> {
  const arrows = new Map<string, string[]>();
  const roomOf = (path: string) => path.split('/')[1] ?? '';
  for (const { path, text } of sources(new RegExp(`^${side}/.*\\.tsx?$`))) {
    for (const { from, typeOnly } of importsOf(text)) {
      if (typeOnly || !from.startsWith('.')) continue;
      const to = posix.normalize(posix.join(posix.dirname(path), from.replace(/\?.*$/, '')));
      if (!to.startsWith(`${side}/`) || roomOf(to) === roomOf(path)) continue;
      const arrow = `${roomOf(path)} > ${roomOf(to)}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), `${path} → ${to}`]);
    }
  }
  return arrows;
}

const roomsOf = (arrow: string) => arrow.split(' > ') as [string, string];

describe.each(Object.entries(floors))('the inner order of %s', (side, order) => {
  const arrows = arrowsOf(side);
  const floorOf = new Map(order.flatMap((rooms, at) => rooms.map((room) => [room, at] as const)));
  const beside = [...arrows.keys()].map(roomsOf).filter(([a, b]) => floorOf.get(a) === floorOf.get(b));

  test('there are arrows to look at', () => expect(arrows.size).toBeGreaterThan(20));
  test('every room stands on a floor, and every room of a floor is there', () => {
    const rooms = new Set(sources(new RegExp(`^${side}/.*\\.tsx?$`)).map(({ path }) => path.split('/')[1] ?? ''));
    expect([...rooms].sort()).toEqual([...floorOf.keys()].sort());
  });
  test('no import goes up', () => {
    const up = [...arrows].filter(([arrow]) => {
      const [a, b] = roomsOf(arrow);
      return (floorOf.get(b) ?? 0) < (floorOf.get(a) ?? 0);
    });
    expect(up.flatMap(([, files]) => files)).toEqual([]);
  });
  test('rooms of one floor import in one direction only', () => {
    const reached = new Map<string, Set<string>>();
    const reach = (room: string, seen = new Set<string>()): Set<string> => {
      for (const [a, b] of beside) if (a === room && !seen.has(b)) reach(b, seen.add(b));
      reached.set(room, seen);
      return seen;
    };
    const rounds = [...floorOf.keys()].filter((room) => reach(room).has(room));
    expect(rounds).toEqual([]);
  });
});

test('no room of code holds more than 25 files of its own: it has sub-rooms by then', () => {
  const files = sources(/^(geodata|server|web)\/.*\.(ts|tsx|css|mjs)$/).map(({ path }) => posix.dirname(path));
  const full = [...Map.groupBy(files, (folder) => folder)].filter(([, held]) => held.length > 25);
  expect(full.map(([folder, held]) => `${folder}: ${held.length}`)).toEqual([]);
});
