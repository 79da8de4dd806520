import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useState } from 'react';
import type { SavedViewAnswer } from '../../server/saved-view/answer.ts';
import { ask, send } from '../api.ts';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { faultText } from '../signing.ts';
import { FloatingCard } from '../ui/FloatingCard.tsx';
import { fill } from '../ui/format.ts';
import { readView, writeView } from '../url.ts';
import { useView } from '../use-view.ts';
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
  const [title, setTitle] = useState('');
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const views = useQuery({
    queryKey: ['api', 'views'],
    queryFn: ({ signal }) => ask('/views', {}, signal),
  }).data?.views;
  const attempt = async (work: () => Promise<unknown>, good: string) => {
    try {
      await work();
      await client.invalidateQueries({ queryKey: ['api', 'views'] });
      setSaid({ text: good, bad: false });
    } catch (problem) {
      setSaid({ text: faultText(problem as Error, accountWords(lang)) ?? '', bad: true });
    }
  };
  const put = (id: string, body: { title: string; search: string; shared: boolean }) =>
    attempt(
      () => send('PUT', '/views/{view}', { view: id }, { id: newSubmissionId(), ...body }),
      fill(words.viewSaved, { title: body.title }),
    );
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const search = new URLSearchParams(writeView({ ...view, form: null })).toString();
    void put(newSubmissionId(), { title, search, shared: false }).then(() => setTitle(''));
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
      <form onSubmit={keep}>
        <input
          aria-label={words.viewName}
          placeholder={words.viewName}
          required
          maxLength={40}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <button type="submit" className="primary">
          {words.viewSave}
        </button>
      </form>
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
            onPut={(more) => void put(one.id, { title: one.title, search: one.search, shared: one.shared, ...more })}
            onRemove={() =>
              void attempt(() => send('DELETE', '/views/{view}', { view: one.id }, { id: newSubmissionId() }), '')
            }
          />
        ))}
      </ul>
    </FloatingCard>
  );
}
