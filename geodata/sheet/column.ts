/** How the cells of a column are read. `name`: of a place or person, blanks between its characters left out. `fen`: money, in 万元 when the header says so, else 元. `list`: entries joined by ；or line breaks, `names` also by 、or ，. */
export type CellKind =
  | 'text'
  | 'name'
  | 'code'
  | 'date'
  | 'fen'
  | 'number'
  | 'flag'
  | 'list'
  | 'names'
  | 'date-list'
  | 'stage'
  | 'level'
  | 'state'
  | 'named-by'
  | 'function';

/** 列 — one column a ledger may have: its field key, how its cells are read, and every header it goes by, the county’s word for the field first. `must`: a row without it cannot be taken. */
export interface Column {
  key: string;
  kind: CellKind;
  headers: string[];
  must?: boolean;
}
