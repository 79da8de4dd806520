import type { Viewer } from '../view.ts';

/** Who looks as long as the county map knows no accounts: the whole county, no sealed plans. */
export const openViewer: Viewer = { id: 'open', places: 'county', sealed: false };
