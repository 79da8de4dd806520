/** A saved view as listed. */
export interface SavedViewAnswer {
  id: string;
  title: string;
  search: string;
  shared: boolean;
  /** Whether it is the user's own, to rename, share or remove. */
  own: boolean;
  /** Post of who keeps it; null for one's own. */
  by: string | null;
}

/** GET /api/views — the user's own by name, then those shared with the county. */
export interface SavedViewsAnswer {
  views: SavedViewAnswer[];
}
