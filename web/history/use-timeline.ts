import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { LayerDaysAnswer } from '../../server/history/answer.ts';
import { ask } from '../api.ts';
import { dayMs, indexOfDay } from './timeline.ts';

/** Every day of a layer in one answer. */
const daysQuery = (layer: string) =>
  queryOptions({
    queryKey: ['api', 'days', layer],
    queryFn: ({ signal }) => ask('/layers/{id}/days', { id: layer }, signal),
    staleTime: 60_000,
  });

/** What moved between two days; `to` null: now. */
export const compareQuery = (layer: string, from: string, to: string | null) =>
  queryOptions({
    queryKey: ['api', 'compare', layer, from, to],
    queryFn: ({ signal }) => ask('/compare', { layer, from, to }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export interface Timeline {
  days: LayerDaysAnswer | null;
  failed: boolean;
  /** Index of the day shown instead of the address's while it is played or dragged; null: the address decides. */
  preview: number | null;
  playing: boolean;
  show(at: number): void;
  play(): void;
  /** Stops and keeps the day shown. */
  stop(): void;
}

/** 回放 — the days of a layer and which of them is shown; `onDay` receives the day chosen, null for today. */
export function useTimeline(
  layer: string,
  { open, asOf, onDay }: { open: boolean; asOf: string | null; onDay(on: string | null): void },
): Timeline {
  const query = useQuery({ ...daysQuery(layer), enabled: open });
  const days = open ? (query.data ?? null) : null;
  const [preview, setPreview] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const last = (days?.days.length ?? 0) - 1;
  const keep = useCallback(
    (at: number) => {
      setPlaying(false);
      setPreview(null);
      onDay(at >= last ? null : (days?.days[at]?.on ?? null));
    },
    [days, last, onDay],
  );
  useEffect(() => {
    if (!playing || preview === null) return;
    if (preview >= last) {
      keep(last);
      return;
    }
    const timer = setTimeout(() => setPreview(preview + 1), dayMs(last + 1));
    return () => clearTimeout(timer);
  }, [playing, preview, last, keep]);
  useEffect(() => {
    if (open) return;
    setPlaying(false);
    setPreview(null);
  }, [open]);
  return {
    days,
    failed: query.isError,
    preview: days && preview !== null ? Math.min(preview, last) : null,
    playing,
    show: setPreview,
    play: () => {
      if (!days) return;
      const at = indexOfDay(days.days, asOf);
      setPreview(at >= last ? 0 : at);
      setPlaying(true);
    },
    stop: () => {
      if (preview !== null) keep(preview);
    },
  };
}
