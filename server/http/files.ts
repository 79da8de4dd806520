import { closeSync, createReadStream, existsSync, openSync, readSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pmtiles': 'application/vnd.pmtiles',
};

const forEver = 'max-age=31536000, immutable';

/** A file kept under its hash: the same for ever, whole or in one range; behind the sign-in, so that only the browser itself keeps it. */
export function keptFile(c: Context, folder: string, name: string): Response {
  if (!/^[0-9a-f]{64}\.(pmtiles|json|webp|geojson)$/.test(name)) throw new Refusal('file-unknown');
  const path = join(folder, name);
  if (!existsSync(path)) throw new Refusal('file-unknown');
  return sent(c, path, { 'cache-control': `private, ${forEver}`, etag: `"${name.slice(0, 32)}"` });
}

/** A file of the built page, compressed beside it where the client takes that; null when there is none. */
export function pageFile(c: Context, folder: string, address: string): Response | null {
  const wanted = decoded(address);
  if (wanted === null) return null;
  const path = join(folder, normalize(wanted));
  if (!path.startsWith(folder + sep) || /(^|\/)\./.test(wanted) || !existsSync(path) || !statSync(path).isFile())
    return null;
  const headers: Record<string, string> = {
    'cache-control': address.startsWith('/assets/') ? `public, ${forEver}` : 'no-cache',
    vary: 'accept-encoding',
  };
  if (c.req.header('range') !== undefined) return sent(c, path, headers);
  const accepted = c.req.header('accept-encoding') ?? '';
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (!accepted.includes(encoding) || !existsSync(path + ending)) continue;
    return sent(c, path + ending, { ...headers, 'content-encoding': encoding, 'content-type': typeOf(path) });
  }
  return sent(c, path, headers);
}

/** The address without its escapes; null when they are broken. */
function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return null;
  }
}

const typeOf = (path: string) => types[extname(path)] ?? 'application/octet-stream';

function sent(c: Context, path: string, given: Record<string, string>): Response {
  const { size, mtimeMs } = statSync(path);
  const etag = given.etag ?? `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers: Record<string, string> = { 'content-type': typeOf(path), 'accept-ranges': 'bytes', ...given, etag };
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers });
  const changed = (c.req.header('if-range') ?? etag) !== etag;
  const range = changed ? null : rangeOf(c.req.header('range'), size);
  const { from, to } = range ?? { from: 0, to: size - 1 };
  headers['content-length'] = String(to - from + 1);
  if (range) headers['content-range'] = `bytes ${from}-${to}/${size}`;
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD' || size === 0) return new Response(null, { status, headers });
  return new Response(bodyOf(path, from, to), { status, headers });
}

/** Ranges of a map are small and lie in the system's cache: those are read at once, large files are streamed. */
function bodyOf(path: string, from: number, to: number): ArrayBuffer | ReadableStream {
  const length = to - from + 1;
  if (length > 1_048_576) return Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream;
  const bytes = new Uint8Array(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, length, from);
  } finally {
    closeSync(file);
  }
  return bytes.buffer;
}

/** The one range asked for; null for none, several or another unit (then the whole file is sent). Refuses one outside the file. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size || from > to) throw new Refusal('range-unsatisfiable', { size });
  return { from, to };
}
