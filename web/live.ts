import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listenLive } from './live-open.ts';
import { areasQuery, summaryQuery } from './queries.ts';

/** Places that moved just now; every notice is another one. */
export interface Moved {
  number: number;
  fids: number[];
}

export interface Live {
  /** When the server was last heard, while it is gone; null while it is there. */
  goneAt: number | null;
  moved: Moved | null;
}

/** Notices that come within this time are answered by one refresh; a part of it is by chance, so that many screens do not ask at once. */
const gatherMs = 350;
/** While the first answers are on their way they are left to come. */
const firstMs = 3000;

/** 实时 — keeps today's answers fresh: what the page shows is asked for again when the server says that something moved. Past days stay as they are. */
export function useLive(): Live {
  const client = useQueryClient();
  const [goneAt, setGoneAt] = useState<number | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  useEffect(() => {
    let newest = 0;
    /** Up to which change this page has asked again. */
    let askedUpTo = 0;
    const seqOf = () => seqShown(client, askedUpTo);
    let places: number[] = [];
    let ranked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const refresh = async () => {
      timer = undefined;
      const fids = [...new Set(places)];
      places = [];
      const past = ranked;
      ranked = false;
      if (newest <= (seqOf() ?? 0)) return;
      askedUpTo = newest;
      await refreshToday(client, past);
      if (!over && fids.length > 0) setMoved((before) => ({ number: (before?.number ?? 0) + 1, fids }));
    };
    let day: string | null = null;
    const close = listenLive({
      onNotice: (notice) => {
        const seq = seqOf();
        if (seq !== null && notice.seq <= seq) return;
        newest = Math.max(newest, notice.seq);
        places.push(...(notice.places ?? []));
        // Where nothing says what moved it may be the switch that hides rankings.
        ranked ||= notice.subjects?.includes('ranking') ?? true;
        const wait = seq === null ? firstMs : gatherMs * (0.5 + Math.random());
        timer ??= setTimeout(() => void refresh(), wait);
      },
      // Over midnight, or after a sleep, everything of today is of yesterday.
      onDay: (on) => {
        const before = day ?? client.getQueryData(summaryQuery({ asOf: null }).queryKey)?.on ?? null;
        day = on;
        if (before !== null && before !== on) void refreshToday(client, true);
      },
      onState: (at) => {
        setGoneAt(at);
        // The server that comes back may stand elsewhere.
        if (at !== null) askedUpTo = 0;
        if (at === null)
          void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
      },
      onRefused: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
    return () => {
      over = true;
      clearTimeout(timer);
      close();
    };
  }, [client]);
  return { goneAt, moved };
}

/**
 * The number up to which the page knows today: that of the figures, else that of the places, which stands still while none moves, or what it has
 * asked again for since; null while nothing of today has come.
 */
function seqShown(client: QueryClient, askedUpTo: number): number | null {
  const figures = client.getQueryData(summaryQuery({ asOf: null }).queryKey)?.seq;
  const shown = figures ?? client.getQueryData(areasQuery({ asOf: null }).queryKey)?.seq;
  return shown === undefined ? null : Math.max(shown, askedUpTo);
}

/** Asks again for what is on the screen of today, what is not when it is wanted; for rankings of past days where those may be hidden or shown now. */
function refreshToday(client: QueryClient, rankings: boolean): Promise<void> {
  return client.invalidateQueries({
    queryKey: ['api'],
    predicate: ({ queryKey }) =>
      !/[?&](asOf|to)=/.test(String(queryKey[1])) || (rankings && /^.api.rankings/.test(String(queryKey[1]))),
  });
}
