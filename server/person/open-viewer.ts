import type { Viewer } from '../rights/view.ts';

/** Who sees the whole county but no unannounced plan: a county leader, and whatever the product asks on nobody's behalf. */
export const openViewer: Viewer = { id: 'open', role: 'leader', places: 'county', subjects: 'all', sealed: [] };

/** Who sees everything, unannounced plans too: the office, and the product's own imports and checks. */
export const officeViewer: Viewer = { ...openViewer, id: 'office', role: 'office', sealed: 'all' };
