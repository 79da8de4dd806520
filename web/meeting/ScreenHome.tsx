import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { App } from '../county/App.tsx';
import { listenLive } from '../live-open.ts';
import { runningQuery } from './queries.ts';
import RunPage from './RunPage.tsx';

/** 会议屏 — a display shows the county, and of itself the meeting while one is held; Esc takes it back to the county until the next. */
export default function ScreenHome() {
  const client = useQueryClient();
  const running = useQuery(runningQuery()).data?.meeting ?? null;
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: ['api', 'meeting-running'] });
    return listenLive({
      onNotice: ({ subjects }) => {
        if (subjects === undefined || subjects.length === 0 || subjects.includes('meeting')) again();
      },
      onStage: again,
      onState: () => undefined,
      onRefused: () => void client.invalidateQueries({ queryKey: ['session'] }),
    });
  }, [client]);
  if (running === null || running.id === left) return <App />;
  return <RunPage key={running.id} follows meeting={running.id} onLeave={() => setLeft(running.id)} />;
}
