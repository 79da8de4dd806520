import type { MeetingAnswer } from '../../../server/meeting/answer.ts';
import { stageWords } from '../../message/stage/stage-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { FitList } from './FitList.tsx';

/** How many items before the present one stand above it. */
const before = 2;

/** 议程 — on a wide wall: the item the meeting stands at, with those around it. */
export function StageAgenda({ items, at, lang }: { items: MeetingAnswer['items']; at: number; lang: Lang }) {
  const first = Math.max(0, at - before);
  return (
    <nav className="stage-agenda" aria-label={stageWords(lang).agenda}>
      <h3>{stageWords(lang).agenda}</h3>
      <FitList more={(n) => fill(stageWords(lang).more, { n })}>
        {items.slice(first).map(({ id, title }, index) => (
          <li key={id} className={first + index === at ? 'now' : ''}>
            <span>{first + index + 1}</span> {title}
          </li>
        ))}
      </FitList>
    </nav>
  );
}
