import type { Http2SecureServer, Http2ServerRequest, ServerHttp2Session } from 'node:http2';
import { connectionLimits } from './limits.ts';

/** A connection nothing went over for so long is closed; a live stream says every fifteen seconds that it is there. Milliseconds. */
const silentMs = 120_000;

/** Settings of a connection that carries many requests at once. */
export const http2Limits = { allowHTTP1: true, settings: { maxConcurrentStreams: 100 } } as const;

/**
 * HTTP/2 — one connection carries every page of a browser, so that their streams do not take its six connections. What HTTP/1.1 says as `Host`
 * it says otherwise: the request is given it, and the rest of the server knows no difference. Gives how to break off what is open.
 */
export function serveHttp2(server: Http2SecureServer): () => void {
  const open = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    open.add(session);
    session.setTimeout(silentMs, () => session.close());
    session.once('close', () => open.delete(session));
    session.on('error', () => session.destroy());
  });
  server.prependListener('request', (request: Http2ServerRequest) => {
    if (request.httpVersionMajor < 2 || request.headers.host !== undefined || !request.authority) return;
    request.headers.host = request.authority;
    request.rawHeaders.push('host', request.authority);
  });
  Object.assign(server, {
    headersTimeout: connectionLimits.headersTimeout,
    requestTimeout: connectionLimits.requestTimeout,
    keepAliveTimeout: connectionLimits.keepAliveTimeout,
  });
  return () => {
    for (const session of open) session.destroy();
  };
}
