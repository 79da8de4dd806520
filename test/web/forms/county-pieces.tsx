import type { ComponentType } from 'react';
import type { ExternalAnswer } from '../../../server/ranking/answer.ts';
import { AreaChanges } from '../../../web/form/area/AreaChanges.tsx';
import { ExternalForm } from '../../../web/ranking/ExternalForm.tsx';
import { SavedViewRow } from '../../../web/saved-view/SavedViewRow.tsx';
import { SavedViews } from '../../../web/saved-view/SavedViews.tsx';
import { readView } from '../../../web/url.ts';
import type { Shown } from './shown-piece.ts';

const external: ExternalAnswer = {
  ...{ id: 'e1', base: 'b1', place: '610000', kind: 'criticised', level: 'city', occurredOn: '2026-10-01' },
  ...{ source: '市委办', document: null, note: null, rank: null, of: null },
  ...{ fid: 1, name: '某县', town: null, points: 0, former: [] },
};
const views = { id: 'v1', title: '旧名', search: 'layer=venue', shared: false, own: true, by: null };

/** The forms of what the county keeps: results of superiors, saved views, changes of places. */
export const countyPieces: Record<string, ComponentType<Shown>> = {
  external: ({ tell }) => (
    <ExternalForm known={external} on="2026-10-20" view={readView({})} onClose={() => tell('closed')} />
  ),
  'saved-views': () => <SavedViews />,
  'saved-view': ({ tell }) => (
    <SavedViewRow view={views} lang="zh" mayShare onOpen={() => undefined} onSaved={tell} onRemove={() => undefined} />
  ),
  'area-changes': () => <AreaChanges lang="zh" />,
};
