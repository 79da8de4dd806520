import type { MiddlewareHandler } from 'hono';
import { isPrintable } from '../words/share/rules.ts';
import { Refusal } from './refusal.ts';

/** Escapes of control characters but tab and line breaks, in an address. */
const escaped = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i;
/** Escapes in JSON that may stand for a character nobody can print. */
const mayHide = /\\[ubf]/;

/** The parameter of an address whose value cannot be printed; else the address's path, as it was sent. */
function askedUnprintably(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const named = [...searchParams].find(([name, value]) => isPrintable(name) && !isPrintable(value));
  return named?.[0] ?? pathname;
}

/**
 * 可打印文字 — what is asked and what is sent has no characters that a store or a document cannot keep: refuses `text-unprintable`, with the
 * name of the field. A file is looked at where it is taken.
 */
export const printableOnly: MiddlewareHandler = async (c, next) => {
  if (escaped.test(c.req.url)) throw new Refusal('text-unprintable', {}, askedUnprintably(c.req.url));
  const { method } = c.req;
  if (method !== 'GET' && method !== 'HEAD' && /^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    const text = await c.req.text();
    const field = isPrintable(text) && !mayHide.test(text) ? null : unprintableField(parsed(text));
    if (field !== null) throw new Refusal('text-unprintable', {}, field);
  }
  return next();
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The name of a field whose text is unprintable, or that is itself; null where all can be kept. However deep it lies, the stack does not grow. */
function unprintableField(body: unknown): string | null {
  const open: [name: string, value: unknown][] = [['', body]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [name, value] = next;
    if (typeof value === 'string' && !isPrintable(value)) return name;
    if (value === null || typeof value !== 'object') continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isPrintable(key)) return name;
      open.push([Array.isArray(value) ? name : key, inner]);
    }
  }
  return null;
}
