import type { Lang } from '../../ui/format.ts';
import { routeEn } from './route.en.ts';
import { type RouteWords, routeZh } from './route.zh.ts';

/** Words of the route planner in a language. */
export const routeWords = (lang: Lang): RouteWords => (lang === 'zh' ? routeZh : routeEn);
