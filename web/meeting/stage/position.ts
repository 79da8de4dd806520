/** Where a meeting stands: number of the item from 0, and whether the screens are black. */
export interface Stand {
  item: number;
  black: boolean;
}

/** What a window hears of where the meeting stands. */
export interface PositionEars {
  /** Another window moved it. `movedAt` null: known from beside, not from the server. */
  show(stand: Stand, movedAt: string | null): void;
  /** The server took the own move. */
  kept(movedAt: string): void;
  /** It could not; null: it can again. */
  fault(problem: Error | null): void;
}

/** Whether trying again is of no use, because the server answered and refused. */
export type Refusing = (problem: Error) => boolean;

const firstWaitMs = 500;
const mostWaitMs = 8000;

/**
 * 走到哪 — one window's part in where the meeting stands: its own moves go to the server in order, the newest only, again until it answers;
 * what others moved is shown unless an own move is later.
 */
export class StagePosition {
  readonly #post: (stand: Stand) => Promise<{ movedAt: string }>;
  readonly #refused: Refusing;
  readonly #ears: PositionEars;
  #pending: Stand | null = null;
  #missed: { stand: Stand; movedAt: string } | null = null;
  #movedAt = '';
  #busy = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(post: (stand: Stand) => Promise<{ movedAt: string }>, refused: Refusing, ears: PositionEars) {
    this.#post = post;
    this.#refused = refused;
    this.#ears = ears;
  }

  /** This window moved it. */
  move(stand: Stand): void {
    this.#pending = stand;
    this.#tries = 0;
    clearTimeout(this.#timer);
    void this.#send();
  }

  /** The server says where it stands; older than what is known is passed over. */
  heard(stand: Stand, movedAt: string): void {
    if (movedAt < this.#movedAt) return;
    if (this.#busy || this.#pending) {
      this.#missed = { stand, movedAt };
      return;
    }
    this.#movedAt = movedAt;
    this.#ears.show(stand, movedAt);
  }

  /** A window of this browser moved it and tells the server itself. */
  beside(stand: Stand): void {
    this.#pending = null;
    this.#missed = null;
    this.#ears.show(stand, null);
  }

  /** The page goes away: what waits for its turn is sent at once, and outlives it. */
  leave(): void {
    if (this.#pending) this.#post(this.#pending).catch(() => undefined);
  }

  close(): void {
    this.#pending = null;
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const stand = this.#pending;
    if (this.#busy || !stand) return;
    this.#busy = true;
    try {
      const { movedAt } = await this.#post(stand);
      if (movedAt > this.#movedAt) this.#movedAt = movedAt;
      if (this.#pending === stand) this.#pending = null;
      this.#tries = 0;
      this.#ears.kept(movedAt);
      this.#ears.fault(null);
    } catch (problem) {
      this.#failed(stand, problem as Error);
    }
    this.#busy = false;
    if (this.#pending && this.#tries === 0) return this.#send();
    const missed = this.#missed;
    this.#missed = null;
    if (missed && !this.#pending && missed.movedAt > this.#movedAt) this.heard(missed.stand, missed.movedAt);
  }

  #failed(stand: Stand, problem: Error): void {
    if (this.#refused(problem) && this.#pending === stand) this.#pending = null;
    this.#ears.fault(problem);
    if (!this.#pending) return;
    const waitMs = Math.min(mostWaitMs, firstWaitMs * 2 ** this.#tries);
    this.#tries += 1;
    this.#timer = setTimeout(() => void this.#send(), waitMs);
  }
}
