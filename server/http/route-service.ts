/** 路线服务 — a route server on the intranet, named when the product is started; nothing a user types leads to another host. */
export interface RouteService {
  kind: 'osrm' | 'valhalla';
  /** Its address without a slash at the end. */
  address: string;
}

/** Reads `osrm=http://localhost:5000`; null when it is neither of the two kinds at an address of the web. */
export function readRouteService(text: string): RouteService | null {
  const [, kind, address] = /^(osrm|valhalla)=(https?:\/\/[^\s?#]+)$/.exec(text) ?? [];
  if (!kind || !address || !URL.canParse(address)) return null;
  return { kind: kind as RouteService['kind'], address: address.replace(/\/+$/, '') };
}
