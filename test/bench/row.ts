/** One measured figure: what, how much in which unit, and the aim it is held against (null: none set). */
export interface Row {
  what: string;
  value: number;
  unit: string;
  aim: string | null;
}

/** The middle of several runs. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Prints the rows as a table that can go into README.md as it is. */
export function printRows(title: string, rows: Row[]): void {
  process.stdout.write(`\n### ${title}\n\n| what | measured | aim |\n|---|---|---|\n`);
  for (const { what, value, unit, aim } of rows) {
    const figure = Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1);
    process.stdout.write(`| ${what} | ${figure} ${unit} | ${aim ?? ''} |\n`);
  }
}

/** The value below which a share of all lies. */
export function share(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
