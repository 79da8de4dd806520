import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StageNotice } from '../../../server/live/answer.ts';
import type { GroundAnswer, MeetingAnswer, StepAnswer } from '../../../server/meeting/answer.ts';
import { Refused, send } from '../../api.ts';
import { newSubmissionId, sendAsOne, submissionIds } from '../../form/submission-id.ts';
import { listenLive } from '../../live-open.ts';
import type { Lang } from '../../ui/format.ts';
import { fetchAhead, groundQuery, meetingQuery, stepQuery } from '../queries.ts';
import { StagePosition, type Stand } from './position.ts';

/** A meeting as one window holds it: what it is, where it stands, and the way there. */
export interface Staged {
  meeting: MeetingAnswer | undefined;
  ground: GroundAnswer | undefined;
  /** The step it stands at; until it has come the one before. */
  step: StepAnswer | undefined;
  error: Error | null;
  at: number;
  last: number;
  black: boolean;
  /** Instant it came to this item, by the server's clock; null while nobody knows. */
  movedAt: string | null;
  /** Server's clock ahead of this machine's. Milliseconds. */
  skewMs: number;
  /** When the server was last heard, while it is gone. */
  goneAt: number | null;
  go(to: number): void;
  setBlack(black: boolean): void;
  /** Begins it, takes newer figures over, or ends it. Fails with what the server says. */
  turn(what: 'refresh' | 'end'): Promise<void>;
  /** Has the steps asked for again. */
  again(): void;
}

/** This window, among those that move the meeting. */
const own = newSubmissionId();

/** 会议现场 — follows a meeting over the live line and, where it may lead, moves it for everybody. */
export function useStage(id: string, lang: Lang, follows: boolean): Staged {
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const query = useQuery(meetingQuery(id));
  const meeting = query.data;
  const [stand, setStand] = useState<Stand | null>(null);
  const [movedAt, setMovedAt] = useState<string | null>(null);
  const [goneAt, setGoneAt] = useState<number | null>(null);
  const figures = meeting?.frozen?.seq ?? 0;
  const ground = useQuery({ ...groundQuery(id, figures), enabled: meeting !== undefined }).data;
  const last = Math.max(0, (meeting?.items.length ?? 1) - 1);
  const at = Math.min(stand?.item ?? meeting?.at ?? 0, last);
  const black = stand?.black ?? false;
  const leads = !follows && meeting?.writable === true;
  const step = useQuery({
    ...stepQuery({ id, number: at, lang, figures }),
    enabled: meeting !== undefined && meeting.items.length > 0,
    placeholderData: (before) => before,
  });
  const show = (next: Stand, moved: string | null) => {
    setStand(next);
    setMovedAt(moved ?? new Date().toISOString());
  };
  const position = usePosition(id, { show, kept: setMovedAt, fault: () => undefined });
  useHearing(id, { onStage: (notice) => position.current?.heard(notice), setGoneAt });
  useEffect(() => {
    if (meeting?.times.movedAt) position.current?.heard({ ...meeting.times, at: meeting.at, black: null });
  }, [meeting, position]);
  const of = meeting?.items.length ?? 0;
  useEffect(
    () => (of > 0 ? fetchAhead(client, { id, number: at, lang, figures }, of) : undefined),
    [client, id, at, lang, figures, of],
  );
  const move = (next: Stand) => {
    setStand(next);
    if (next.item !== at) setMovedAt(new Date().toISOString());
    if (leads) position.current?.move(next);
  };
  return {
    ...{ meeting, ground, step: step.data, error: query.error, at, last, black, movedAt, goneAt },
    skewMs: useSkew(meeting),
    go: (to) => {
      const item = Math.max(0, Math.min(last, to));
      if (item !== at || black) move({ item, black: false });
    },
    setBlack: (next) => move({ item: at, black: next }),
    turn: async (what) => {
      await sendAsOne(ids, what, (save) =>
        send('POST', '/meetings/{meeting}/move', { meeting: id }, { id: save, move: what }),
      );
      await client.invalidateQueries({ queryKey: ['api', 'meeting', id] });
      void client.invalidateQueries({ queryKey: ['api', 'meetings'] });
    },
    again: () => void client.invalidateQueries({ queryKey: ['api', 'meeting-step', id] }),
  };
}

interface Heard {
  at: number;
  /** Null where it is not said. */
  black: boolean | null;
  movedAt: string | null;
}

/** The window's own standing, as the server and the windows beside it report. */
function usePosition(id: string, ears: ConstructorParameters<typeof StagePosition>[2]) {
  const latest = useRef(ears);
  latest.current = ears;
  const held = useRef<{ heard(heard: Heard): void; move(stand: Stand): void } | null>(null);
  useEffect(() => {
    let black = false;
    const beside = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`meeting ${id}`);
    const position = new StagePosition(
      (stand) => send('POST', '/meetings/{meeting}/at', { meeting: id }, { ...stand, by: own }, { keepalive: true }),
      (problem) => problem instanceof Refused && problem.status < 500,
      {
        show: (stand, movedAt) => {
          black = stand.black;
          latest.current.show(stand, movedAt);
        },
        kept: (movedAt) => latest.current.kept(movedAt),
        fault: (problem) => latest.current.fault(problem),
      },
    );
    if (beside) beside.onmessage = ({ data }: MessageEvent<Stand>) => position.beside(data);
    held.current = {
      heard: ({ at, black: said, movedAt }) => position.heard({ item: at, black: said ?? black }, movedAt ?? ''),
      move: (stand) => {
        black = stand.black;
        beside?.postMessage(stand);
        position.move(stand);
      },
    };
    const leave = () => position.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      held.current = null;
      position.close();
      beside?.close();
    };
  }, [id]);
  return held;
}

/** Hears where the meeting goes, and asks again for what moved. */
function useHearing(
  id: string,
  { onStage, setGoneAt }: { onStage(notice: StageNotice): void; setGoneAt(at: number | null): void },
): void {
  const client = useQueryClient();
  const heard = useRef(onStage);
  heard.current = onStage;
  useEffect(() => {
    let seq: number | null = null;
    return listenLive({
      onNotice: (notice) => {
        void client.invalidateQueries({ queryKey: ['api', 'meeting', id] });
        const moved = notice.subjects?.some((subject) => subject === 'task' || subject === 'meeting') ?? true;
        if (seq !== null && notice.seq > seq && moved)
          void client.invalidateQueries({ queryKey: ['api', 'meeting-step', id] });
        seq = Math.max(seq ?? 0, notice.seq);
      },
      onStage: (notice) => {
        if (notice.meeting === id && notice.by !== own) heard.current(notice);
      },
      onState: (at) => {
        setGoneAt(at);
        if (at === null) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.error !== null });
      },
      onRefused: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client, id, setGoneAt]);
}

function useSkew(meeting: MeetingAnswer | undefined): number {
  const now = meeting?.times.now;
  const kept = useRef<{ now: string | undefined; ms: number }>({ now: undefined, ms: 0 });
  if (kept.current.now !== now) kept.current = { now, ms: now ? Date.parse(now) - Date.now() : 0 };
  return kept.current.ms;
}
