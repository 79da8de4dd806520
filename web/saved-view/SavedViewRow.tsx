import { useState } from 'react';
import type { SavedViewAnswer } from '../../server/saved-view/answer.ts';
import { send } from '../api.ts';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { reasonOf } from '../form/save/reason-of.ts';
import { useForm } from '../form/use-form.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { fill, type Lang } from '../ui/format.ts';

interface RowProps {
  view: SavedViewAnswer;
  lang: Lang;
  mayShare: boolean;
  onOpen(): void;
  onSaved(title: string): void;
  onRemove(): void;
}

/** One saved view: its name opens it; one's own is renamed, shared or removed. */
export function SavedViewRow({ view, lang, mayShare, onOpen, onSaved, onRemove }: RowProps) {
  const words = agendaWords(lang);
  const { title, shared, own, by } = view;
  const [renaming, setRenaming] = useState(false);
  const form = useForm({
    of: null,
    opened: { base: '', values: { title, shared } },
    send: async ({ id, values }) => {
      await send('PUT', '/views/{view}', { view: view.id }, { id, search: view.search, ...values });
      return values.title;
    },
    onSaved: (_, named) => {
      setRenaming(false);
      onSaved(named);
    },
  });
  const rename = (now: boolean) => {
    form.discard();
    setRenaming(now);
  };
  const why = reasonOf(form, lang);
  if (renaming)
    return (
      <li>
        <FormBox form={form} lang={lang} missed={false}>
          <input
            aria-label={words.viewName}
            required
            maxLength={40}
            value={form.values.title}
            onChange={({ target }) => form.set('title', target.value)}
          />
          <button type="submit" disabled={form.phase.is === 'sending'}>
            {words.ok}
          </button>
          <button type="button" onClick={() => rename(false)}>
            {words.cancel}
          </button>
          <FormFault />
        </FormBox>
      </li>
    );
  return (
    <li>
      <button type="button" className="link" data-part="open-view" onClick={onOpen}>
        {title}
      </button>
      <small>{own ? (shared ? words.viewShared : words.viewPrivate) : fill(words.viewBy, { by: by ?? '' })}</small>
      {own && (
        <span className="row">
          {mayShare && (
            <button
              type="button"
              aria-label={`${shared ? words.viewUnshare : words.viewShare} ${title}`}
              disabled={form.phase.is === 'sending'}
              onClick={() => void form.save({ title, shared: !shared })}
            >
              {shared ? words.viewUnshare : words.viewShare}
            </button>
          )}
          <button type="button" aria-label={`${words.viewRename} ${title}`} onClick={() => rename(true)}>
            {words.viewRename}
          </button>
          <button type="button" aria-label={`${words.viewRemove} ${title}`} onClick={onRemove}>
            {words.viewRemove}
          </button>
        </span>
      )}
      {why !== null && (
        <p className="fault" role="alert">
          {why}
        </p>
      )}
    </li>
  );
}
