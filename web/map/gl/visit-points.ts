import type { Layer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { mapInk, rgbOf } from '../paint.ts';
import type { MapProps } from '../props.ts';
import { type VillageVisits, visitsByVillage } from '../visits.ts';
import { routeLayers } from './route-lines.ts';

const pulseMs = 1600;
/** How often the points are drawn anew on another canvas before the map goes on without graphics context. */
const mostLosses = 3;

/** Visits as points on the villages and the ring round the selected one, drawn by deck.gl above the map. */
export class VisitPoints {
  private overlay: MapLibreOverlay;
  private losses = 0;
  private props: MapProps | null = null;
  private frame = 0;
  private begunAt = 0;
  private readonly still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  private readonly map: MapLibreMap;
  private readonly giveUp: () => void;

  /** `giveUp` is called where the canvas of the points loses its context again and again, or gets none. */
  constructor(map: MapLibreMap, giveUp: () => void) {
    this.map = map;
    this.giveUp = giveUp;
    this.overlay = this.open();
    // The event of a canvas does not bubble, but passes here on its way.
    map.getContainer().addEventListener('webglcontextlost', this.lost, true);
  }

  /** Draws what the props ask for; a new selection pulses three times, unless less motion is wished. */
  show(props: MapProps): void {
    const another = props.selected !== this.props?.selected;
    this.props = props;
    if (another && props.selected !== null && !this.still) {
      this.begunAt = performance.now();
      cancelAnimationFrame(this.frame);
      this.pulse();
    } else this.draw(null);
  }

  remove(): void {
    cancelAnimationFrame(this.frame);
    this.map.getContainer().removeEventListener('webglcontextlost', this.lost, true);
    this.map.removeControl(this.overlay);
  }

  private open(): MapLibreOverlay {
    const overlay = new MapLibreOverlay({ interleaved: false, layers: [] });
    this.map.addControl(overlay);
    return overlay;
  }

  /** Only the points' own context went away: they are drawn on a new canvas. */
  private readonly lost = (event: Event): void => {
    if (event.target !== this.overlay.getCanvas()) return;
    cancelAnimationFrame(this.frame);
    this.losses++;
    if (this.losses > mostLosses) this.giveUp();
    else {
      this.map.removeControl(this.overlay);
      this.overlay = this.open();
      this.draw(null);
    }
  };

  private pulse(): void {
    const passed = performance.now() - this.begunAt;
    if (passed > pulseMs) {
      this.draw(null);
      return;
    }
    this.draw((passed / (pulseMs / 3)) % 1);
    this.frame = requestAnimationFrame(() => this.pulse());
  }

  private draw(phase: number | null): void {
    const { props } = this;
    if (!props) return;
    const layers: Layer[] = props.showVisits ? visitLayers(props) : [];
    layers.push(...routeLayers(props));
    if (phase !== null) layers.push(...pulseLayers(props, phase));
    this.overlay.setProps({ layers });
  }
}

function visitLayers(props: MapProps): Layer[] {
  const places = visitsByVillage(props.visits, props.areas.villages);
  const ink = mapInk[props.theme];
  const ring = rgbOf(ink.labelHalo);
  const radius = ({ count }: VillageVisits) => 4.5 + 2 * Math.sqrt(count - 1);
  const base = { data: places, getPosition: ({ at }: VillageVisits) => at, radiusUnits: 'pixels' as const };
  return [
    new ScatterplotLayer<VillageVisits>({
      ...base,
      id: 'visits',
      stroked: true,
      filled: true,
      lineWidthUnits: 'pixels',
      getRadius: radius,
      getLineWidth: ({ unannounced }) => (unannounced ? 2.4 : 1.6),
      getFillColor: ({ unannounced }) => (unannounced ? [...ring, 235] : [...rgbOf(ink.chosen), 225]),
      getLineColor: ({ unannounced }) => (unannounced ? rgbOf(ink.chosen) : ring),
    }),
    new ScatterplotLayer<VillageVisits>({
      ...base,
      id: 'visits-open',
      data: places.filter(({ open }) => open > 0),
      stroked: true,
      filled: false,
      lineWidthUnits: 'pixels',
      getRadius: (place) => radius(place) + 3.5,
      getLineWidth: 1.8,
      getLineColor: rgbOf(ink.seat),
    }),
  ];
}

function pulseLayers({ areas, selected, theme }: MapProps, phase: number): Layer[] {
  const at = areas.villages.find(({ fid }) => fid === selected)?.label;
  if (!at) return [];
  return [
    new ScatterplotLayer<[number, number]>({
      id: 'pulse',
      data: [at],
      getPosition: (point) => point,
      radiusUnits: 'pixels',
      lineWidthUnits: 'pixels',
      filled: false,
      stroked: true,
      getRadius: 10 + 34 * phase,
      getLineWidth: 3,
      getLineColor: [...rgbOf(mapInk[theme].chosen), Math.round(230 * (1 - phase))],
      updateTriggers: { getRadius: phase, getLineColor: phase },
    }),
  ];
}
