import type { LonLat } from '../../../geodata/area/area.ts';
import type { LocalDate } from '../../rights/view.ts';
import type { Text } from '../../words/text.ts';
import type { Outcome, Spot, TravelSource } from '../rules.ts';
import type { TimedRoute } from '../timing/rules.ts';

/** One stop of a sheet; instants in seconds after midnight. */
export interface SheetStop {
  code: string;
  name: string;
  town: string;
  at: LonLat;
  driveSec: number;
  arrive: number;
  begin: number;
  leave: number;
  /** Why it is on the route. */
  parts: Text[];
  look: Text[];
  telephone: string | null;
  outcome: Outcome | null;
  /** Links to the car's navigation, where the county allows them. */
  navigation: NavigationLink[];
}

/** 导航链接 — opens a navigation with the coordinates it expects. */
export interface NavigationLink {
  app: 'amap' | 'tencent' | 'baidu';
  address: string;
}

/** 出车单 — one team's day. */
export interface Sheet extends Pick<TimedRoute, 'leave' | 'back' | 'backSec' | 'rest' | 'driveSec' | 'violations'> {
  team: string;
  /** Which of the plan's teams it is, for its colour. */
  number: number;
  on: LocalDate;
  start: Spot;
  end: Spot;
  stops: SheetStop[];
  /** The way of each leg along the roads, start to first stop first; empty where there is none. */
  legs: LonLat[][];
}

/** GET /api/route-plans/{plan}/sheets — the days of a plan that have stops, as their teams take them along. */
export interface SheetsAnswer {
  plan: string;
  title: string;
  announced: boolean;
  published: boolean;
  today: LocalDate;
  source: TravelSource;
  /** A route service was named and did not answer: times are by the county's own roads. */
  noService: boolean;
  /** Whether the user may say what became of a stop. */
  recordable: boolean;
  sheets: Sheet[];
}
