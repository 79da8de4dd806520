import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PaperAnswer } from '../../server/paper/job/answer.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { address, ask, send } from '../api.ts';
import { paperWords } from '../message/paper/paper-words.ts';
import { fill, type Lang } from '../ui/format.ts';

/** How often the list asks while something is being made, in milliseconds. */
const lookMs = 1000;
const isOpen = ({ state }: PaperAnswer) => state === 'waiting' || state === 'running';

/** 最近的导出 — what the user asked for in the last minutes, from whichever page: to be fetched, given up or thrown away. `but` is shown elsewhere. */
export function RecentPapers({ lang, but }: { lang: Lang; but: string | null }) {
  const words = paperWords(lang);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['papers', lang],
    queryFn: ({ signal }) => ask('/papers', { lang }, signal),
    refetchInterval: ({ state }) => (state.data?.papers.some(isOpen) ? lookMs : false),
    refetchOnMount: 'always',
  });
  const papers = data?.papers.filter(({ id }) => id !== but) ?? [];
  if (papers.length === 0) return null;
  const drop = async (id: string) => {
    await send('DELETE', '/papers/{paper}', { paper: id }, {}).catch(() => undefined);
    await client.invalidateQueries({ queryKey: ['papers'] });
  };
  const said = ({ state, of, done, before, fault }: PaperAnswer) => {
    if (state === 'failed') return `${words.failed} ${fault ?? ''}`;
    if (state === 'waiting') return fill(words.waiting, { before });
    if (state === 'running')
      return of === 0 ? words.running : fill(words.runningAt, { share: shareText(done / of, 0) });
    return null;
  };
  return (
    <section className="recent-papers" data-part="recent-papers">
      <h3>{words.recent}</h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            {paper.state === 'done' ? (
              <a href={address('/papers/{paper}/file', { paper: paper.id, lang })} download={paper.title}>
                {paper.title}
              </a>
            ) : (
              <span>
                {paper.title} <small>{said(paper)}</small>
              </span>
            )}
            <button type="button" onClick={() => void drop(paper.id)}>
              {isOpen(paper) ? words.cancel : words.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
