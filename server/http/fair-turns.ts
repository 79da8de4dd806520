/** 轮候上限 — works under way at once, of one person at once; those waiting in all and of one person. */
export interface TurnLimits {
  atOnce: number;
  ofPerson: number;
  waiting: number;
  waitingOfPerson: number;
}

interface Waiting {
  start(): void;
}

/**
 * 公平轮候 — works that take long run few at a time, in turn between persons, each person's own first come first. One that is given up while it
 * waits leaves at once; beyond the limits what `full` makes is thrown. Between two works whatever else the process has to do has its turn.
 */
export class FairTurns {
  readonly #limits: TurnLimits;
  readonly #full: () => Error;
  /** How many of a person are under way. */
  readonly #running = new Map<string, number>();
  /** What waits, by person: a person once served goes to the end. */
  readonly #waiting = new Map<string, Waiting[]>();
  #underWay = 0;
  #waits = 0;

  constructor(limits: TurnLimits, full: () => Error) {
    this.#limits = limits;
    this.#full = full;
  }

  async take<Result>(person: string, gone: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    gone.throwIfAborted();
    if (this.#mayStart(person)) this.#start(person);
    else await this.#wait(person, gone);
    try {
      return await work();
    } finally {
      setImmediate(() => this.#end(person));
    }
  }

  #mayStart(person: string): boolean {
    return this.#underWay < this.#limits.atOnce && (this.#running.get(person) ?? 0) < this.#limits.ofPerson;
  }

  #start(person: string): void {
    this.#underWay++;
    this.#running.set(person, (this.#running.get(person) ?? 0) + 1);
  }

  #end(person: string): void {
    this.#underWay--;
    const left = (this.#running.get(person) ?? 1) - 1;
    if (left > 0) this.#running.set(person, left);
    else this.#running.delete(person);
    for (const [next, own] of [...this.#waiting]) {
      if (!this.#mayStart(next)) continue;
      const first = own.shift();
      this.#waiting.delete(next);
      if (own.length > 0) this.#waiting.set(next, own);
      if (!first) continue;
      this.#waits--;
      this.#start(next);
      first.start();
    }
  }

  #wait(person: string, gone: AbortSignal): Promise<void> {
    const own = this.#waiting.get(person) ?? [];
    if (this.#waits >= this.#limits.waiting || own.length >= this.#limits.waitingOfPerson) throw this.#full();
    this.#waiting.set(person, own);
    this.#waits++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        own.splice(own.indexOf(waiting), 1);
        if (own.length === 0 && this.#waiting.get(person) === own) this.#waiting.delete(person);
        this.#waits--;
        reject(gone.reason);
      };
      const waiting: Waiting = {
        start: () => {
          gone.removeEventListener('abort', leave);
          resolve();
        },
      };
      own.push(waiting);
      gone.addEventListener('abort', leave, { once: true });
    });
  }
}
