import type { PaperKindId } from '../../server/paper/kinds.ts';
import type { PaperWords } from '../message/paper/paper.zh.ts';

/** What is on the screen when somebody exports it. */
export interface ExportView {
  layer: string;
  place: string | null;
  /** Code of the town shown; null for the county. */
  town: string | null;
  classes: string[] | null;
}

/** What may be chosen of a file, field by field; the first of each is what stands there at first. */
export const exportFields = {
  size: ['A4', 'A3', 'A2', 'A1', 'A0'],
  pictureSize: ['A4', 'A3'],
  layout: ['landscape', 'portrait'],
  ink: ['colour', 'grey'],
  pages: ['both', 'villages', 'towns'],
  rounding: ['1', '10', '100'],
} as const;
export type ExportField = keyof typeof exportFields;
export type ExportLook = Record<ExportField, string>;

/** What can be exported here: a kind of paper that has its words. */
export type ExportId = PaperKindId & keyof PaperWords['kinds'];

interface ExportKind {
  kind: ExportId;
  fields: readonly ExportField[];
  /** Whether the sheet carries the review number. */
  reviewed: boolean;
  asked(view: ExportView, look: ExportLook): Record<string, unknown>;
}

const shown = ({ layer, place, classes }: ExportView) => ({ layer, place, classes });

/** 导出种类 — what the county's screen gives away; a further one is one entry here. */
export const exportKinds: readonly ExportKind[] = [
  {
    ...{ kind: 'sheet', fields: ['size', 'layout', 'ink'], reviewed: true },
    asked: (view, { size, layout, ink }) => ({ ...shown(view), size, layout, ink }),
  },
  {
    ...{ kind: 'picture', fields: ['pictureSize', 'layout', 'ink'], reviewed: true },
    asked: (view, { pictureSize, layout, ink }) => ({ ...shown(view), size: pictureSize, layout, ink }),
  },
  { ...{ kind: 'table', fields: [], reviewed: false }, asked: shown },
  {
    ...{ kind: 'geojson', fields: ['rounding'], reviewed: false },
    asked: (view, { rounding }) => ({ ...shown(view), rounding: Number(rounding) }),
  },
  {
    ...{ kind: 'atlas', fields: ['pages', 'ink'], reviewed: false },
    asked: ({ layer, town, classes }, { pages, ink }) => ({
      ...{ layer, pages, ink, address: window.location.origin },
      ...(town === null ? {} : { town }),
      ...(classes === null ? {} : { classes }),
    }),
  },
];

/** What is declared of one kind. */
export const kindOf = (id: ExportId): ExportKind => exportKinds.find(({ kind }) => kind === id) as ExportKind;
