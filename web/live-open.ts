import { type LiveEars, LiveLine } from './live-line.ts';
import type { FromLine, ToLine } from './live-share.ts';
import workerUrl from './live-worker.ts?sharedworker&url';
import { pagePerson } from './page-person.ts';

/** A page without a shared line lets go of its own soon after it is hidden: a browser has six connections to a server. */
const hiddenMs = 3_000;

/** 实时 — opens a page's ear on what the server tells: on the line all pages of this person share, else on one of its own. Gives how to close it. */
export function listenLive(given: LiveEars): () => void {
  const ears = marked(given);
  const person = pagePerson();
  let stop = (): void => undefined;
  const alone = () => {
    stop = listenAlone(ears, person);
  };
  try {
    const worker = new SharedWorker(workerUrl, { type: 'module', name: person ?? '' });
    stop = listenShared(worker, ears);
    worker.onerror = () => {
      stop();
      alone();
    };
  } catch {
    // No shared workers in this browser, or forbidden with its storage.
    alone();
  }
  return () => stop();
}

/** The page says of itself that it hears of changes: nothing else on it tells whether its line stands. */
function marked(ears: LiveEars): LiveEars {
  const { dataset } = document.documentElement;
  return {
    ...ears,
    onNotice: (notice) => {
      ears.onNotice(notice);
      dataset.live = 'yes';
    },
    onState: (goneAt) => {
      ears.onState(goneAt);
      if (goneAt !== null) delete dataset.live;
    },
  };
}

function listenShared({ port }: SharedWorker, ears: LiveEars): () => void {
  const say = (said: ToLine) => port.postMessage(said);
  port.onmessage = ({ data }: MessageEvent<FromLine>) => hear(ears, data);
  const look = () => say(document.hidden ? 'hidden' : 'seen');
  const leave = ({ persisted }: PageTransitionEvent) => say(persisted ? 'hidden' : 'gone');
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  window.addEventListener('pagehide', leave);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', look);
    window.removeEventListener('pagehide', leave);
    say('gone');
    port.close();
  };
}

function hear(ears: LiveEars, said: FromLine): void {
  if (said.is === 'notice') ears.onNotice(said.notice);
  else if (said.is === 'stage') ears.onStage?.(said.notice);
  else if (said.is === 'day') ears.onDay?.(said.on);
  else if (said.is === 'state') ears.onState(said.goneAt);
  else ears.onRefused();
}

function listenAlone(ears: LiveEars, person: string | null): () => void {
  const line = new LiveLine(ears, person);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => line.rest(), hiddenMs);
    else line.wake();
  };
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    line.close();
  };
}
