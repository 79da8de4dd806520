/** An office-holder as named in a ledger. */
export interface PersonNamed {
  name: string;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
  /** Rank order of leaders, from 1; null for the others. */
  position: number | null;
}

export interface PersonKept extends PersonNamed {
  id: string;
}

/**
 * 人员 — meets office-holders of the ledgers with those of the store: the same name, and neither post nor unit speaks against it.
 * What one ledger leaves out another fills in. `changed` are the ones to save.
 */
export class PeopleBook {
  private readonly byName: Map<string, PersonKept[]>;
  private readonly met = new Map<string, PersonKept>();
  private readonly newId: () => string;

  constructor(kept: PersonKept[], newId: () => string) {
    this.byName = Map.groupBy(kept, ({ name }) => name);
    this.newId = newId;
  }

  /** The id of the person named; a person met for the first time gets a new one. Null without a name. */
  idOf(named: Partial<PersonNamed>): string | null {
    const name = named.name?.trim();
    if (!name) return null;
    const alike = this.byName.get(name) ?? [];
    const known = alike.find((person) => agree(person.unit, named.unit) && agree(person.post, named.post));
    if (!known) {
      const person: PersonKept = {
        id: this.newId(),
        name,
        post: named.post ?? null,
        unit: named.unit ?? null,
        workPhone: named.workPhone ?? null,
        position: named.position ?? null,
      };
      this.byName.set(name, [...alike, person]);
      this.met.set(person.id, person);
      return person.id;
    }
    for (const key of ['post', 'unit', 'workPhone'] as const) {
      if (named[key] && known[key] !== named[key]) this.touch(known)[key] = named[key];
    }
    if (named.position && known.position !== named.position) this.touch(known).position = named.position;
    return known.id;
  }

  changed(): PersonKept[] {
    return [...this.met.values()];
  }

  private touch(person: PersonKept): PersonKept {
    this.met.set(person.id, person);
    return person;
  }
}

const agree = (one: string | null, other: string | null | undefined) => !one || !other || one === other;
