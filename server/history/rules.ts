import type { CompareAnswer } from './answer.ts';

/** How many places fell to another class and rose to one between two days: what a map of the change shows. */
export function classMoves({ changed }: Pick<CompareAnswer, 'changed'>): { better: number; worse: number } {
  const moved = changed.filter(({ from, to }) => from !== to);
  const count = (which: 'better' | 'worse') => moved.filter(({ way }) => way === which).length;
  return { better: count('better'), worse: count('worse') };
}
