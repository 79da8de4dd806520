import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AreasAnswer } from '../../server/layer/answer.ts';
import type { MeetingAnswer } from '../../server/meeting/answer.ts';
import { type AgendaItem, budgetOf } from '../../server/meeting/rules.ts';
import { send } from '../api.ts';
import { Loading } from '../chrome/States.tsx';
import { newSubmissionId } from '../form/submission-id.ts';
import { accountWords } from '../message/account-words.ts';
import { meetingWords } from '../message/meeting-words.ts';
import { Field } from '../sign-in/Field.tsx';
import { faultText } from '../sign-in/signing.ts';
import { fill } from '../ui/format.ts';
import type { ViewState } from '../url.ts';
import { AddItem } from './AddItem.tsx';
import { meetingQuery } from './queries.ts';

/** 编辑议程 — items in their order, by drag and by keyboard; counted and timed; kept when said. */
export function AgendaEditor({ id, areas, view }: { id: string; areas: AreasAnswer; view: ViewState }) {
  const { lang } = view;
  const words = meetingWords(lang);
  const client = useQueryClient();
  const kept = useQuery(meetingQuery(id)).data;
  const [draft, setDraft] = useState<Pick<MeetingAnswer, 'title' | 'heldOn' | 'items' | 'base'> | null>(null);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  useEffect(() => {
    if (kept)
      setDraft((before) => before ?? { title: kept.title, heldOn: kept.heldOn, items: kept.items, base: kept.base });
  }, [kept]);
  if (!draft) return <Loading lang={lang} />;
  const { items } = draft;
  const put = (change: Partial<typeof draft>) => {
    setSaid(null);
    setDraft({ ...draft, ...change });
  };
  const place = (from: number, to: number) => {
    const moved = items[from];
    if (!moved || to < 0 || to >= items.length) return;
    put({ items: items.toSpliced(from, 1).toSpliced(to, 0, moved) });
  };
  const edit = (at: number, change: Partial<AgendaItem>) =>
    put({ items: items.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  const save = async () => {
    try {
      const { base, ...body } = draft;
      const answer = await send<{ base: string }>('PUT', `/api/meetings/${id}`, { id: newSubmissionId(), base, body });
      setDraft({ ...draft, base: answer.base });
      setSaid({ text: words.saved, bad: false });
      await client.invalidateQueries({ queryKey: ['api'] });
    } catch (problem) {
      setSaid({ text: faultText(problem as Error, accountWords(lang)) ?? '', bad: true });
    }
  };
  return (
    <div className="agenda" data-part="agenda">
      <div className="pair">
        <Field label={words.name} value={draft.title} maxLength={80} onText={(title) => put({ title })} />
        <Field label={words.day} type="date" value={draft.heldOn} onText={(heldOn) => put({ heldOn })} />
      </div>
      <p className="hint">{fill(words.budget, { items: items.length, minutes: budgetOf(items) })}</p>
      <ol>
        {items.map((item, at) => (
          <li
            key={item.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData('text/plain', String(at))}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              place(Number(event.dataTransfer.getData('text/plain')), at);
            }}
          >
            <span className="kind">{words.kinds[item.kind]}</span>
            <input
              aria-label={`${words.itemTitle} ${at + 1}`}
              value={item.title}
              maxLength={120}
              onChange={({ target }) => edit(at, { title: target.value })}
            />
            <input
              type="number"
              min={0}
              max={600}
              aria-label={`${words.itemMinutes} ${at + 1}`}
              value={item.minutes}
              onChange={({ target }) => edit(at, { minutes: Math.max(0, Number(target.value) || 0) })}
            />
            <button
              type="button"
              aria-label={`${words.up} ${item.title}`}
              disabled={at === 0}
              onClick={() => place(at, at - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={`${words.down} ${item.title}`}
              disabled={at === items.length - 1}
              onClick={() => place(at, at + 1)}
            >
              ↓
            </button>
            <button
              type="button"
              aria-label={`${words.out} ${item.title}`}
              onClick={() => put({ items: items.toSpliced(at, 1) })}
            >
              ×
            </button>
            {item.kind === 'text' && (
              <textarea
                rows={3}
                aria-label={`${words.itemText} ${at + 1}`}
                value={item.text ?? ''}
                maxLength={4000}
                onChange={({ target }) => edit(at, { text: target.value })}
              />
            )}
          </li>
        ))}
      </ol>
      <AddItem {...{ areas, view }} onAdd={(added) => put({ items: [...items, ...added] })} />
      <p className="row">
        <button type="button" className="primary" onClick={() => void save()}>
          {words.save}
        </button>
        {said && (
          <span role="status" className={said.bad ? 'fault' : ''}>
            {said.text}
          </span>
        )}
      </p>
    </div>
  );
}
