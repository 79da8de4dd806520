import type { Result, Router } from 'hono/router';
import { TrieRouter } from 'hono/router/trie-router';

const mostKept = 1000;
/** Longer addresses come once and are not worth their room. */
const longestKept = 120;

/** Finds what answers an address as Hono does; of those asked for lately it is known without a walk through all routes. */
export class KeptRoutes<Handler> implements Router<Handler> {
  readonly name = 'KeptRoutes';
  readonly #routes = new TrieRouter<Handler>();
  readonly #known = new Map<string, Result<Handler>>();

  add(method: string, path: string, handler: Handler): void {
    this.#known.clear();
    this.#routes.add(method, path, handler);
  }

  match(method: string, path: string): Result<Handler> {
    const key = `${method} ${path}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#routes.match(method, path);
    if (key.length > longestKept) return found;
    if (this.#known.size >= mostKept) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(key, found);
    return found;
  }
}
