const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** 两个一批 — does a long work when fewer than two others are under way; who has gone meanwhile is passed over. */
export async function inTurn<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    signal.throwIfAborted();
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
