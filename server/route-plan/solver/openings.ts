import type { Conflict, Locks, Problem } from './problem.ts';

/** What of the locks opens each route, which routes take nothing more, and what contradicts. */
export function openings(problem: Problem, locks: Locks | null) {
  const { stops, shifts } = problem;
  const conflicts: Conflict[] = [];
  const opening: number[][] = shifts.map(() => []);
  const seen = new Set<number>();
  for (let shift = 0; shift < shifts.length; shift++)
    for (const stop of locks?.prefix[shift] ?? []) {
      const own = stops[stop];
      const only = locks?.shift[stop] ?? -1;
      if (own === undefined) conflicts.push({ is: 'not-a-stop', stop, shift });
      else if (seen.has(stop)) conflicts.push({ is: 'twice', stop, shift });
      else {
        if (own.need === 'never') conflicts.push({ is: 'never', stop, shift });
        if ((own.allowed !== null && !own.allowed.includes(shift)) || (only >= 0 && only !== shift))
          conflicts.push({ is: 'shift', stop, shift });
        seen.add(stop);
        opening[shift]?.push(stop);
      }
    }
  return {
    conflicts,
    opening,
    fixed: Int32Array.from(opening, ({ length }) => length),
    closed: Uint8Array.from(shifts, (_, shift) => (locks?.whole[shift] ? 1 : 0)),
  };
}
