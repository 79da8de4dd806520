import type { Versioned } from './schema.ts';

/** 上级结果 — a rank, a naming or a praise given to a place by city or province. Key (id, since). */
export interface ExternalResultTable extends Versioned {
  id: string;
  areaId: string;
  /** `rank`, `criticised` or `praised`. */
  kind: string;
  /** `province` or `city`. */
  level: string;
  occurredOn: string;
  /** JSON of ExternalBody (ranking/external-store.ts). */
  body: string;
}

/** 排名开关 — whether rankings are hidden from everybody. Key (id, since); id is always `ranking`. */
export interface RankingSwitchTable extends Versioned {
  id: string;
  /** 1 while hidden. */
  hidden: number;
}
