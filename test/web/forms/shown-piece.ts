/** What each piece is given by its test: the way it tells what became of it. */
export interface Shown {
  tell(what: unknown): void;
}
