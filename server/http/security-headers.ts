import type { MiddlewareHandler } from 'hono';
import { cameOverHttps } from './address.ts';

/** Nothing from another host, no frame around the page, no sniffing; workers of the map come from the page itself or a blob of it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A year: who came over HTTPS once comes by nothing else. */
const httpsOnly = 'max-age=31536000';

/** 安全响应头 — put on every answer; over HTTPS it keeps the browser to HTTPS. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (cameOverHttps(c)) headers.set('strict-transport-security', httpsOnly);
};
