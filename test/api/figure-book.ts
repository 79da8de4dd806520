/** One figure as an output tells it: what it is of, its name as shown, its value, and where it was read. */
export interface Progress {
  on: string;
  scope: string;
  name: string;
  value: number | string | null;
  source: string;
}

/** Every figure in every output, so that two of one name, scope and day can be laid side by side. */
export class FigureBook {
  readonly #told = new Map<string, Progress[]>();

  /** Notes a figure. */
  tell(told: Progress): void {
    const key = [told.on, told.scope, told.name].join(' | ');
    this.#told.set(key, [...(this.#told.get(key) ?? []), told]);
  }

  /** Where one name stands for two values. */
  conflicts(): string[] {
    return [...this.#told].flatMap(([key, told]) => {
      const values = new Set(told.map(({ value }) => String(value)));
      if (values.size === 1) return [];
      return [`${key}: ${told.map(({ source, value }) => `${source} ${value}`).join('; ')}`];
    });
  }

  /** How many outputs hold the figure of a name. */
  sources(name: string): Set<string> {
    return new Set([...this.#told.values()].flat().flatMap((one) => (one.name === name ? [one.source] : [])));
  }
}
