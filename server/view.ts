/** 截至 — a calendar date `YYYY-MM-DD` in Asia/Shanghai. */
export type LocalDate = string;

/** Who looks. `places` are the area ids whose records he sees, or the whole county; `sealed` whether unannounced plans are among them. */
export interface Viewer {
  id: string;
  places: 'county' | readonly string[];
  sealed: boolean;
}

/**
 * What a read sees: records valid at `seq`, in scope of `user`, judged on the day `on`.
 * Every read takes one; the scope stands in its SQL.
 */
export interface View {
  user: Viewer;
  seq: number;
  on: LocalDate;
}
