/** 页面的人 — whose page this is: the key of the person or screen it was opened by; null while nobody was signed in on it. */
let own: string | null = null;
let foreign = false;
const listeners = new Set<() => void>();

/** Pages of this browser tell each other that somebody signed in or out; nothing else is said, the server is asked. */
const beside = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('county-map-session');

export const pagePerson = (): string | null => own;

/** Whether somebody else has signed in on this browser since the page was opened: it shows and writes nothing until it is turned over to them. */
export const isForeign = (): boolean => foreign;

/** Somebody signed in or out on this page itself: it is theirs from now on. */
export function takePage(key: string | null): void {
  own = key;
  set(false);
  beside?.postMessage(null);
}

/** What the server says of who is signed in; a page nobody has used yet becomes theirs, one of somebody else turns foreign. */
export function meetPerson(key: string | null): void {
  own ??= key;
  set(key !== null && key !== own);
}

/** Calls a listener when the page turns foreign or back. */
export function onForeign(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const doubters = new Set<() => void>();

/** The server answered that nobody, or somebody else, is signed in. */
export function doubtPerson(): void {
  for (const listener of doubters) listener();
}

/**
 * Calls a listener when it is time to ask again who is signed in: the server or another page of this browser said so, or this page was put away
 * and comes back.
 */
export function onDoubt(listener: () => void): () => void {
  doubters.add(listener);
  const back = (event: PageTransitionEvent) => event.persisted && listener();
  beside?.addEventListener('message', listener);
  document.addEventListener('resume', listener);
  window.addEventListener('pageshow', back);
  return () => {
    doubters.delete(listener);
    beside?.removeEventListener('message', listener);
    document.removeEventListener('resume', listener);
    window.removeEventListener('pageshow', back);
  };
}

function set(now: boolean): void {
  if (now === foreign) return;
  foreign = now;
  for (const listener of listeners) listener();
}
