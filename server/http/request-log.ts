import { createWriteStream, mkdirSync, readdirSync, rmSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';

/** One answered request: no parameters, no bodies, no cookies; `fault` is the cause of a server fault, which no answer tells. */
export interface LoggedRequest {
  at: string;
  /** Number the person got with a server fault, else null. */
  request: string | null;
  method: string;
  path: string;
  status: number;
  ms: number;
  /** Account or screen, null for nobody. */
  who: string | null;
  fault?: string;
}

const keptDays = 30;
const namePattern = /^requests-(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** 运行日志 — answered requests as JSON lines, one file a day (UTC) in the data folder's `log`, thirty days kept. A full disk silences it, never the server. */
export class RequestLog {
  readonly #folder: string;
  #day = '';
  #stream: WriteStream | null = null;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'log');
  }

  write(entry: LoggedRequest): void {
    const day = entry.at.slice(0, 10);
    if (day !== this.#day) this.#turn(day);
    this.#stream?.write(`${JSON.stringify(entry)}\n`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.#stream ? this.#stream.end(() => resolve()) : resolve()));
  }

  #turn(day: string): void {
    this.#day = day;
    this.#stream?.end();
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#stream = createWriteStream(join(this.#folder, `requests-${day}.jsonl`), { flags: 'a', mode: 0o600 });
      this.#stream.on('error', () => {
        this.#stream = null;
      });
      const days = readdirSync(this.#folder).filter((name) => namePattern.test(name));
      for (const old of days.sort().slice(0, -keptDays)) rmSync(join(this.#folder, old), { force: true });
    } catch {
      this.#stream = null;
    }
  }
}

/** Logs writes, refusals, faults and whatever took longer than a second; quick reads that went well would only fill the disk. */
export function logged(log: RequestLog): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const ms = Math.round(performance.now() - begun);
    const { method, path } = c.req;
    const { status } = c.res;
    if (method === 'GET' && status < 400 && ms < 1000) return;
    const fault = c.get('fault');
    log.write({
      at: new Date().toISOString(),
      request: fault?.request ?? null,
      method,
      path: path.startsWith('/screen/') ? '/screen/…' : path,
      status,
      ms,
      who: c.get('viewer')?.id ?? null,
      ...(fault ? { fault: fault.cause } : {}),
    });
  };
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Set where a request ended in a server fault: the number shown and the cause kept to ourselves. */
    fault: { request: string; cause: string } | undefined;
  }
}
