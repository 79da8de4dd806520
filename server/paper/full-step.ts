import { type FullName, withFullName } from '../area/full-names.ts';
import type { CompareAnswer } from '../history/answer.ts';
import type { StepAnswer } from '../meeting/answer.ts';
import type { TaskAnswer } from '../task/answer.ts';

/** A task under its place's full name. */
export const fullTask = (task: TaskAnswer, full: FullName): TaskAnswer => ({
  ...task,
  place: withFullName(task.place, full),
});

const fullCompare = (compare: CompareAnswer, full: FullName): CompareAnswer => ({
  ...compare,
  changed: compare.changed.map((one) => withFullName(one, full)),
});

/** An item of a meeting with every place under its full name, as paper calls them. */
export function fullStep(step: StepAnswer, full: FullName): StepAnswer {
  const { place, worst, changes, compare, saved, previous, decided } = step;
  const all = <Place extends { code: string; name: string }>(places: Place[]) =>
    places.map((one) => withFullName(one, full));
  return {
    ...step,
    place: place && withFullName(place, full),
    worst: all(worst),
    changes: changes && {
      ...changes,
      layers: changes.layers.map(({ up, down, aged, ...layer }) => ({
        ...{ ...layer, up: all(up), down: all(down), aged: all(aged) },
      })),
    },
    compare: compare && fullCompare(compare, full),
    saved: saved && { ...saved, compare: saved.compare && fullCompare(saved.compare, full) },
    previous: previous.map((task) => fullTask(task, full)),
    decided: decided.map((task) => fullTask(task, full)),
  };
}
