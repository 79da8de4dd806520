import type { ServerOptions } from 'node:http';
import { BlockList, type Server, type Socket } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { addressOf, isAmong } from './address.ts';
import { Refusal } from './refusal.ts';

/** 连接限制 — what one connection may cost before it has asked anything: slow headers, slow bodies and large headers are cut off. */
export const connectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
} satisfies ServerOptions;

/** Connections at once, streams among them; more are closed as they come. */
export const mostConnections = 6000;

/** Connections of one address at once: a town hall behind one address has room, one machine cannot take them all. */
export const mostConnectionsOfAddress = 1500;

/** A proxy on this machine brings everybody. */
const ownMachine = new Set(['127.0.0.1', '::1']);

/** 连接上限 — closes, as they come, the connections of one address beyond `most`; those of this machine and of trusted proxies are not counted. */
export function limitConnections(
  server: Pick<Server, 'on'>,
  most: number = mostConnectionsOfAddress,
  proxies: BlockList = new BlockList(),
): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    if (ownMachine.has(address) || isAmong(proxies, address)) return;
    const before = open.get(address) ?? 0;
    if (before >= most) {
      socket.destroy();
      return;
    }
    open.set(address, before + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/** Requests of one address under way at once; streams do not count once they are open. */
const mostInFlight = 300;

/** 并发上限 — one address cannot take the server for itself: refuses `too-many-at-once` beyond `most` requests under way. */
export function inFlightLimited(most: number = mostInFlight): MiddlewareHandler {
  const underWay = new Map<string, number>();
  return async (c, next) => {
    const address = addressOf(c);
    const before = underWay.get(address) ?? 0;
    if (before >= most) throw new Refusal('too-many-at-once');
    underWay.set(address, before + 1);
    try {
      await next();
    } finally {
      const left = (underWay.get(address) ?? 1) - 1;
      if (left > 0) underWay.set(address, left);
      else underWay.delete(address);
    }
  };
}
