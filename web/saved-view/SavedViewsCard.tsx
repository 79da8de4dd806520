import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import type { SavedViewAnswer } from '../../server/saved-view/answer.ts';
import { ask, send } from '../api.ts';
import { sendAsOne, submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { faultText } from '../signing.ts';
import { FloatingCard } from '../ui/FloatingCard.tsx';
import { fill } from '../ui/format.ts';
import { readView } from '../url.ts';
import { useView } from '../use-view.ts';
import { KeepView } from './KeepView.tsx';
import { SavedViewRow } from './SavedViewRow.tsx';

interface SavedViewsCardProps {
  button: RefObject<HTMLButtonElement | null>;
  mayShare: boolean;
  onClose(): void;
}

/** Keeps what the map shows under a name; opens, renames, shares and removes what was kept. */
export default function SavedViewsCard({ button, mayShare, onClose }: SavedViewsCardProps) {
  const [view, change] = useView();
  const { lang } = view;
  const words = agendaWords(lang);
  const client = useQueryClient();
  const ids = useMemo(submissionIds, []);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const views = useQuery({
    queryKey: ['api', 'views'],
    queryFn: ({ signal }) => ask('/views', {}, signal),
  }).data?.views;
  const saved = async (title: string) => {
    await client.invalidateQueries({ queryKey: ['api', 'views'] });
    setSaid({ text: fill(words.viewSaved, { title }), bad: false });
  };
  const remove = async (id: string) => {
    try {
      await sendAsOne(ids, id, (save) => send('DELETE', '/views/{view}', { view: id }, { id: save }));
      await client.invalidateQueries({ queryKey: ['api', 'views'] });
      setSaid(null);
    } catch (problem) {
      setSaid({ text: faultText(problem as Error, accountWords(lang)) ?? '', bad: true });
    }
  };
  const show = ({ search }: SavedViewAnswer) => {
    const {
      lang: _lang,
      theme: _theme,
      webgl: _webgl,
      ...kept
    } = readView(Object.fromEntries(new URLSearchParams(search)));
    change({ ...kept, form: null });
    onClose();
  };
  return (
    <FloatingCard from={button} label={words.views} className="saved-views-card" {...{ lang, onClose }}>
      <KeepView view={view} onSaved={saved} />
      <p role="status" className={said?.bad ? 'fault' : 'hint'}>
        {said?.text}
      </p>
      {views?.length === 0 && <p className="hint">{words.viewNone}</p>}
      <ul>
        {views?.map((one) => (
          <SavedViewRow
            key={one.id}
            {...{ view: one, lang, mayShare }}
            onOpen={() => show(one)}
            onSaved={(title) => void saved(title)}
            onRemove={() => void remove(one.id)}
          />
        ))}
      </ul>
    </FloatingCard>
  );
}
