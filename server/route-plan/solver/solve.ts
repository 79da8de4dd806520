import { Annealing, betters } from './anneal.ts';
import { layOut } from './field.ts';
import type { Budget, Locks, Plan, Problem } from './problem.ts';

export function solve(problem: Problem, locks: Locks | null, budget: Budget): Plan {
  const field = layOut(problem, locks);
  const search = new Annealing(field, budget.seed);
  search.begin(null);
  search.run(budget);
  return { routes: search.best, missing: [], conflicts: field.conflicts, score: search.standing.score, travel: search.standing.cost, waiting: 0, iterations: search.iterations };
}
