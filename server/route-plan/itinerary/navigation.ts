import type { LonLat } from '../../../geodata/area/area.ts';
import { shift } from '../../../geodata/coordinate/shifted.ts';
import type { NavigationLink } from './answer.ts';

/** 导航链接 — a place as Amap and Tencent (GCJ-02) and Baidu (BD-09) expect it; the name goes along. */
export function navigationLinks(name: string, at: LonLat): NavigationLink[] {
  const said = encodeURIComponent(name);
  const [lon, lat] = shift(at, 'GCJ-02').map((degrees) => degrees.toFixed(6));
  const [lonB, latB] = shift(at, 'BD-09').map((degrees) => degrees.toFixed(6));
  return [
    { app: 'amap', address: `https://uri.amap.com/navigation?to=${lon},${lat},${said}&mode=car&coordinate=gaode` },
    {
      app: 'tencent',
      address: `https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=${said}&tocoord=${lat},${lon}&referer=county-map`,
    },
    {
      app: 'baidu',
      address: `https://api.map.baidu.com/direction?destination=latlng:${latB},${lonB}|name:${said}&mode=driving&coord_type=bd09ll&output=html&src=county-map`,
    },
  ];
}
