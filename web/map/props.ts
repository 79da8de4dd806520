import type { AreasAnswer } from '../../server/area/answer.ts';
import type { LayerAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { VisitsAnswer } from '../../server/list/answer.ts';

/** Where the view stands: the whole county, one town, or one village (fid). */
export type MapFocus = { kind: 'county' } | { kind: 'town'; fid: number } | { kind: 'village'; fid: number };

/** Camera of the map: degrees WGS 84 and the Web Mercator zoom of 512-pixel tiles. */
export interface MapCamera {
  lon: number;
  lat: number;
  zoom: number;
}

/** Pixels of the map covered by panels; what is fitted stays clear of them. */
export interface MapPadding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** 督查路线 — one team's day on the map: its way along the roads, and its stops with their number. */
export interface RouteLine {
  id: string;
  /** As `#rrggbb`. */
  colour: string;
  /** One line a leg, WGS 84. */
  legs: [number, number][][];
  stops: { at: [number, number]; number: number }[];
}

/** Why the map cannot be drawn: its files do not answer, or the graphics context went away for good. */
export type MapFault = 'files-missing' | 'context-lost';

/** What both maps (WebGL and SVG) take. They own no view state: every change goes out through a callback and comes back as a prop. */
export interface MapProps {
  areas: AreasAnswer;
  layer: LayerAnswer;
  /** Null while the column is on its way: the villages stand without colour. */
  values: ValuesAnswer | null;
  focus: MapFocus;
  selected: number | null;
  /** Class ids shown in full; the others fade. Null shows all. */
  filter: string[] | null;
  visits: VisitsAnswer | null;
  showVisits: boolean;
  theme: 'light' | 'dark';
  /** Null: the map fits the focus by itself. */
  camera: MapCamera | null;
  /** Villages that moved just now: they pulse once for every new value. Null on a past day. */
  moved: { number: number; fids: number[] } | null;
  /** Routes of a plan; none drawn when left out. */
  routes?: RouteLine[];
  lang: 'zh' | 'en';
  padding?: MapPadding;
  /** Height of the smallest letter, pixels; left out it goes by the height of the screen. */
  typePx?: number;
  /** How long the way to another focus takes, milliseconds; none where less motion is wished or each frame is drawn by the processor. */
  flightMs?: number;
  onCamera: (camera: MapCamera) => void;
  onSelect: (fid: number | null) => void;
  onEnter: (fid: number) => void;
  /** Pixels from the map's upper left corner. */
  onHover: (over: { fid: number; x: number; y: number } | null) => void;
  onFault?: (fault: MapFault) => void;
}

/** Whether there are marks to draw over the map: visits or routes. */
export const hasMarks = ({ showVisits, visits, routes = [] }: MapProps): boolean =>
  (showVisits && visits !== null) || routes.length > 0;
