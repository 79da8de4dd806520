import type { LocalDate } from '../server/rights/view.ts';

/** 台账 — the list behind a number: the places of a layer in some of its classes, of one town (its code) or of the county (null). */
export interface OpenedList {
  layer: string;
  classes: string[];
  town: string | null;
}

/** 视图 — everything a link restores. What is at its default does not stand in the address. */
export interface ViewState {
  layer: string;
  /** Code of the town or village gone into; null: the whole county. */
  place: string | null;
  /** Code of the place clicked but not gone into. */
  selected: string | null;
  /** Classes the legend shows in full; null: all. */
  classes: string[] | null;
  /** The list open behind a number. */
  list: OpenedList | null;
  asOf: LocalDate | null;
  /** A second day to compare with; null: none. */
  since: LocalDate | null;
  /** Two maps beside each other instead of the change on one. */
  split: boolean;
  /** The timeline is open. */
  time: boolean;
  theme: 'light' | 'dark';
  lang: 'zh' | 'en';
  camera: { lon: number; lat: number; zoom: number } | null;
  visits: boolean;
  /** The form open over the screen: its kind, and the record where there are several. */
  form: string | null;
  /** False when the address asks for the map without WebGL. */
  webgl: boolean;
}

export const defaultLayer = 'venue-schedule';

const codePattern = /^[\p{L}\p{N}_-]{1,40}$/u;
const formPattern = /^[a-z]{1,20}(:[0-9a-f-]{36})?$/;
const idPattern = /^[a-z0-9-]{1,60}$/;

/** Reads an address; what is malformed is passed over, so that an old or cut link still opens. */
export function readView(search: Record<string, string | undefined>): ViewState {
  return {
    layer: search.layer && idPattern.test(search.layer) ? search.layer : defaultLayer,
    place: code(search.place),
    selected: code(search.selected),
    classes: ids(search.classes),
    list: listOf(search.list),
    asOf: isDay(search.asOf) ? search.asOf : null,
    since: isDay(search.since) ? search.since : null,
    split: search.split === '1',
    time: search.time === '1' || isDay(search.since),
    theme: search.theme === 'dark' ? 'dark' : 'light',
    lang: search.lang === 'en' ? 'en' : 'zh',
    camera: cameraOf(search.at),
    visits: search.visits === '1',
    form: search.form && formPattern.test(search.form) ? search.form : null,
    webgl: search.webgl !== 'off',
  };
}

function code(text: string | undefined): string | null {
  return text && codePattern.test(text) ? text : null;
}

function ids(text: string | undefined): string[] | null {
  const found = (text ?? '').split(',').filter((id) => idPattern.test(id));
  return found.length > 0 ? [...new Set(found)] : null;
}

/** `layer:class,class` or `layer:class,class:town`. */
function listOf(text: string | undefined): OpenedList | null {
  const [layer, some, town] = (text ?? '').split(':');
  const classes = ids(some);
  return layer && idPattern.test(layer) && classes ? { layer, classes, town: code(town) } : null;
}

/** A day of the calendar: 2026-02-30 is none. */
function isDay(text: string | undefined): text is LocalDate {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && (new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text ?? '-') ?? false)
  );
}

function cameraOf(text: string | undefined): ViewState['camera'] {
  const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN] = (text ?? '').split(',').map(Number);
  const there = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return there ? { lon, lat, zoom } : null;
}

/** The parameters of a view, in a fixed order. */
export function writeView(view: ViewState): Record<string, string> {
  const given: Record<string, string | null> = {
    layer: view.layer === defaultLayer ? null : view.layer,
    place: view.place,
    selected: view.selected,
    classes: view.classes?.join(',') ?? null,
    list: view.list && [view.list.layer, view.list.classes.join(','), view.list.town ?? []].flat().join(':'),
    asOf: view.asOf,
    since: view.since,
    split: view.split && view.since !== null ? '1' : null,
    time: view.time && view.since === null ? '1' : null,
    theme: view.theme === 'dark' ? 'dark' : null,
    lang: view.lang === 'en' ? 'en' : null,
    at: view.camera && [view.camera.lon.toFixed(5), view.camera.lat.toFixed(5), view.camera.zoom.toFixed(2)].join(','),
    visits: view.visits ? '1' : null,
    form: view.form,
    webgl: view.webgl ? null : 'off',
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  );
}
