import { BlockList, isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Set once for every request. */
    arrival: Arrival | undefined;
  }
}

/** 来路 — the address a request came from, and whether it came over HTTPS, as far as either can be believed. */
export interface Arrival {
  address: string;
  https: boolean;
}

/** What the server itself knows of how it is reached. */
export interface ServedAs {
  /** It speaks TLS itself. */
  tls: boolean;
  /** Proxies whose word is taken. */
  proxies: BlockList;
  /** Names it is served under; empty for every name. */
  names: readonly string[];
  /** Called once for each address that forwards for others though it is no trusted proxy; of the first few. */
  unnamedProxy?: (address: string) => void;
}

/** 可信代理 — addresses and ranges `A.B.C.D[/n]`, comma between, `loopback` for this machine; null where one of them is none. */
export function readProxies(text: string): BlockList | null {
  const proxies = new BlockList();
  for (const word of text.split(',').flatMap((one) => (one.trim() === 'loopback' ? ['127.0.0.0/8', '::1'] : [one]))) {
    const [address = '', bits, more] = word.trim().split('/');
    const kind = isIP(address);
    const longest = kind === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (kind === 0 || more !== undefined || !(prefix >= 0 && prefix <= longest)) return null;
    proxies.addSubnet(address, prefix, kind === 4 ? 'ipv4' : 'ipv6');
  }
  return proxies;
}

const plain = (address: string) => address.replace(/^::ffff:/i, '');

/** Whether an address is among proxies; text that is no address is not. */
export function isAmong(proxies: BlockList, address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && proxies.check(address, kind === 4 ? 'ipv4' : 'ipv6');
}

/** A hop as proxies write it: without its port and brackets. */
function hopOf(text: string): string {
  const trimmed = text.trim();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1];
  return plain(bracketed ?? (/^[\d.]+:\d+$/.test(trimmed) ? trimmed.replace(/:\d+$/, '') : trimmed));
}

/**
 * Where a request came from: its connection's own address, or, where that is a trusted proxy, the right-most hop of `X-Forwarded-For` that is none.
 * Text that is no address ends the walk at the proxy that wrote it. `X-Forwarded-Proto` counts from a trusted proxy only.
 */
export function arrivalOf(
  { tls, proxies }: Pick<ServedAs, 'tls' | 'proxies'>,
  { peer, forwardedFor, forwardedProto }: Record<'peer' | 'forwardedFor' | 'forwardedProto', string>,
): Arrival {
  let address = plain(peer);
  if (!isAmong(proxies, address)) return { address, https: tls };
  for (const hop of forwardedFor.split(',').map(hopOf).reverse()) {
    if (isIP(hop) === 0) break;
    address = hop;
    if (!isAmong(proxies, hop)) break;
  }
  const proto = forwardedProto.split(',').at(-1)?.trim().toLowerCase();
  return { address, https: proto ? proto === 'https' : tls };
}

interface NodeEnv {
  incoming?: Incoming;
}
interface Incoming {
  socket?: { remoteAddress?: string };
  rawHeaders?: string[];
  headers?: Record<string, unknown>;
}

/** 来路核对 — finds out where a request came from; refuses one with two `Host` lines or for a name this server is not served under. */
export function arriving(served: ServedAs): MiddlewareHandler {
  const unnamed = new Set<string>();
  return (c, next) => {
    const { incoming } = (c.env ?? {}) as NodeEnv;
    const arrival = arrivedAt(served, c, incoming?.socket?.remoteAddress ?? '');
    c.set('arrival', arrival);
    if (incoming?.headers?.['x-forwarded-for'] !== undefined) noteUnnamed(served, unnamed, incoming);
    const lines = incoming?.rawHeaders?.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host') ?? [];
    if (lines.length > 1) throw new Refusal('host-twice');
    if (served.names.length > 0 && !isServed(served.names, c.req.header('host') ?? ''))
      throw new Refusal('host-unknown');
    return next();
  };
}

/** Any sender of the header looks like a proxy: no more of them are reported. */
const mostUnnamed = 5;

function noteUnnamed({ proxies, unnamedProxy }: ServedAs, unnamed: Set<string>, { socket }: Incoming): void {
  const address = plain(socket?.remoteAddress ?? '');
  if (address === '' || isAmong(proxies, address) || unnamed.has(address) || unnamed.size >= mostUnnamed) return;
  unnamed.add(address);
  unnamedProxy?.(address);
}

/** What proxies say is read only of who comes from one. */
function arrivedAt(served: ServedAs, c: Context, peer: string): Arrival {
  const address = plain(peer);
  if (!isAmong(served.proxies, address)) return { address, https: served.tls };
  const said = (name: string) => c.req.header(name) ?? '';
  return arrivalOf(served, {
    peer,
    forwardedFor: said('x-forwarded-for'),
    forwardedProto: said('x-forwarded-proto'),
  });
}

/** This machine and bare addresses are always served; of names, those given. */
function isServed(names: readonly string[], host: string): boolean {
  const name = hopOf(host.replace(/^([^[\]:]+):\d+$/, '$1')).toLowerCase();
  return name === 'localhost' || isIP(name) !== 0 || names.includes(name);
}

/** The address a request came from; empty where there is no connection (tests). What a proxy claims is believed of trusted ones only. */
export function addressOf(c: Context): string {
  const known = c.get('arrival')?.address;
  return known ?? plain((c.env as NodeEnv | undefined)?.incoming?.socket?.remoteAddress ?? '');
}

/** Whether a request came over HTTPS, to this server itself or to a trusted proxy before it. */
export const cameOverHttps = (c: Context): boolean => c.get('arrival')?.https ?? false;
