import type { Field } from './field.ts';
import { changedHold } from './holds.ts';
import type { Budget } from './problem.ts';
import { Chance } from './random.ts';
import { Recreation } from './recreate.ts';
import { RouteState } from './route-state.ts';
import { ruinScattered, ruinStrings } from './ruin.ts';
import { takeOver } from './take-over.ts';

/** What a plan is judged by, in the order of weight: musts not in it, worth, what it costs. */
export interface Result {
  missing: number;
  score: number;
  cost: number;
}

/** What a search tells while it goes on: the best so far, and how many stops it takes. */
export interface Progress extends Result {
  taken: number;
  iterations: number;
}
/** How often a search tells. */
const tellEveryMs = 100;

/** Whether one plan is better than another. */
export function betters(a: Result, b: Result): boolean {
  if (a.missing !== b.missing) return a.missing < b.missing;
  if (Math.abs(a.score - b.score) > 1e-9 * Math.max(1, Math.abs(b.score))) return a.score > b.score;
  return a.cost < b.cost - 1e-9 * Math.max(1, Math.abs(b.cost));
}

const knobs = {
  heat: 1,
  cool: 0.01,
  price: 0.1,
  many: 8,
  longest: 10,
  blink: 0.02,
  all: 0.02,
  coverHeat: 0.6,
  coverCool: 0.01,
};

/** Who looks on: may stop the search, and hears how it goes. Neither changes what it finds. */
export interface Overseen {
  stopped?: (() => boolean) | undefined;
  progress?: ((so: Progress) => void) | undefined;
}

/** One search: its routes, the best found, and how it goes on. */
export class Annealing {
  readonly field: Field;
  readonly state: RouteState;
  readonly chance: Chance;
  private readonly recreation: Recreation;
  best: number[][];
  result: Result;
  iterations = 0;
  private price = 0;
  private unit = 1;

  constructor(field: Field, seed: number) {
    this.field = field;
    this.state = new RouteState(field);
    this.chance = new Chance(seed);
    this.recreation = new Recreation(field);
    this.best = this.state.routes();
    this.result = this.judge();
  }

  /** What the routes are worth as they stand. */
  judge(): Result {
    const { state, field } = this;
    let [missing, score, cost] = [0, 0, 0];
    for (let k = 0; k < field.stops; k++) {
      if ((state.where[k] as number) >= 0) score += field.score[k] as number;
      else if (field.must[k] === 1) missing++;
    }
    for (let r = 0; r < field.shifts; r++) cost += state.cost[r] as number;
    return { missing, score, cost };
  }

  begin(routes: readonly (readonly number[])[] | null): void {
    if (routes !== null) takeOver(this.state, routes);
    this.recreation.fill(this.state, this.chance, 0, 0, 0);
    this.state.settle();
    this.keep();
    this.weigh();
  }

  /** Sets what the search pays for travel and for a stop left out. */
  private weigh(): void {
    const { field, state } = this;
    const { wanted } = field;
    let total = 0;
    let musts = 0;
    for (const k of wanted) {
      total += field.score[k] as number;
      musts += field.must[k] as number;
    }
    const mean = wanted.length > 0 ? total / wanted.length : 1;
    const cover = state.absentCount === 0 || musts === wanted.length;
    this.recreation.choosing = !cover;
    if (cover) {
      this.price = 1;
      this.unit = field.leg;
      for (const k of wanted) state.worth[k] = 8 * field.leg;
    } else {
      let length = 0;
      for (let r = 0; r < field.shifts; r++) length += state.length[r] as number;
      this.price = (knobs.price * this.result.score) / Math.max(1e-9, length);
      this.unit = mean;
      for (const k of wanted) state.worth[k] = (field.score[k] as number) + (field.must[k] ? 5 * mean : 0);
    }
    for (let r = 0; r < field.shifts; r++) state.refresh(r);
  }

  private keep(): void {
    const now = this.judge();
    if (!betters(now, this.result)) return;
    this.result = now;
    this.best = this.state.routes();
  }

  /** Goes on until the budget is spent; `from` and `to` are the part of its cooling. */
  run(budget: Budget & Overseen, from = 0, to = 1): void {
    const { state, field, chance } = this;
    if (field.wanted.length === 0) return;
    const began = performance.now();
    let tellAt = began + tellEveryMs;
    const { ms, iterations, progress } = budget;
    const cover = this.price === 1;
    const heat = (cover ? knobs.coverHeat : knobs.heat) * this.unit;
    const cool = (cover ? knobs.coverCool : knobs.cool) * this.unit;
    let warmth = heat;
    for (let turn = 0; ; turn++) {
      if (iterations !== undefined ? turn >= iterations : false) break;
      if ((turn & 31) === 0) {
        const part = iterations !== undefined ? turn / iterations : (performance.now() - began) / (ms ?? 1000);
        if (part >= 1 || budget.stopped?.()) break;
        if (progress && performance.now() >= tellAt) {
          tellAt += tellEveryMs;
          const taken = this.best.reduce((sum, route) => sum + route.length, 0);
          progress({ ...this.result, taken, iterations: this.iterations });
        }
        warmth = heat * (cool / heat) ** (from + (to - from) * part);
      }
      this.iterations++;
      const absent = state.absentCount;
      let seed = 0;
      if (chance.unit() < 0.9) seed = ruinStrings(state, chance, knobs.many, knobs.longest);
      else seed = ruinScattered(state, chance, 1 + chance.below(knobs.many));
      this.recreation.fill(state, chance, knobs.blink, chance.unit() < knobs.all ? 0 : absent, seed);
      const before = this.valueBefore;
      const value = this.value();
      if (value < before - warmth * Math.log(chance.unit()) && changedHold(state)) {
        state.settle();
        this.recreation.learn(value !== before);
        this.valueBefore = value;
        this.keep();
      } else {
        state.undo();
        this.recreation.learn(false);
      }
    }
  }

  private valueBefore = Number.POSITIVE_INFINITY;

  private value(): number {
    const { state, field } = this;
    let value = 0;
    for (let r = 0; r < field.shifts; r++) value += this.price * (state.cost[r] as number) - (state.gain[r] as number);
    return value;
  }
}
