import RunPage from './RunPage.tsx';

/** 跟看 — the same on another screen: it goes where the meeting goes. */
export default function FollowPage() {
  return <RunPage follows />;
}
