/** What is kept between two openings of the page, as far as the code needs of it. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

let refused = false;
const listeners = new Set<() => void>();

/** Whether this browser would not keep something: its storage is full, or forbidden. */
export const keepsNothing = (): boolean => refused;

/** Calls a listener when it is found that nothing can be stored here. */
export function onRefusedKeeping(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** 本机存储 — null where the browser forbids it: even asking for it may be refused. */
function browserStore(): Kept | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** What was kept under a name; null for nothing, and where nothing can be read. */
export function keptUnder(name: string, store: Kept | null = browserStore()): string | null {
  try {
    return store?.getItem(name) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a text under a name; tells whether the browser did. */
export function keepUnder(name: string, text: string, store: Kept | null = browserStore()): boolean {
  try {
    if (!store) throw new Error('no storage');
    store.setItem(name, text);
    return true;
  } catch {
    if (!refused) {
      refused = true;
      for (const listener of listeners) listener();
    }
    return false;
  }
}

/** Forgets what stands under a name. */
export function forgetUnder(name: string, store: Kept | null = browserStore()): void {
  try {
    store?.removeItem(name);
  } catch {
    // What cannot be reached cannot be read either.
  }
}

/** Every name that begins so. */
export function namesUnder(prefix: string, store: Kept | null = browserStore()): string[] {
  try {
    const names = Array.from({ length: store?.length ?? 0 }, (_, at) => store?.key(at) ?? '');
    return names.filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
