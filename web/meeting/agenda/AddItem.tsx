import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { AgendaItem } from '../../../server/meeting/rules.ts';
import { ask, sendPicture } from '../../api.ts';
import { type DraftOf, draftOf, dropDraft, keepDraft } from '../../form/drafts.ts';
import { newSubmissionId } from '../../form/submission-id.ts';
import { accountWords } from '../../message/account/account-words.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { faultText } from '../../signing.ts';
import { PlaceSearch } from '../../ui/PlaceSearch.tsx';
import { Shown, Tabs } from '../../ui/Tabs.tsx';
import { defaultLayer, readView, type ViewState } from '../../url.ts';
import { AddQuery } from './AddQuery.tsx';

interface AddProps {
  /** Id of the writer, and of the meeting. */
  owner: string;
  meeting: string;
  areas: AreasAnswer;
  view: ViewState;
  onAdd(items: AgendaItem[]): void;
}

const kinds = ['query', 'view', 'place', 'text', 'picture'] as const;

/** A new item made by hand. */
const item = (kind: AgendaItem['kind'], title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id: newSubmissionId(), kind, title, layer: null, place: null, text: null, minutes: kind === 'view' ? 3 : 2 },
  ...more,
});

/** 加入议程 — by a query, from a saved view, a place, words, or a picture. */
export function AddItem({ owner, meeting, areas, view, onAdd }: AddProps) {
  const { lang } = view;
  const words = agendaWords(lang);
  const [kind, setKind] = useState<(typeof kinds)[number]>('query');
  return (
    <section className="add-item" data-part="agenda-add" aria-label={words.add}>
      <Tabs
        className="tabs"
        label={words.add}
        tabs={kinds.map((id) => ({ id, title: words.kinds[id], part: `add-${id}` }))}
        chosen={kind}
        lang={lang}
        onChoose={setKind}
      >
        <Shown of={kind}>
          {kind === 'query' && <AddQuery {...{ areas, view, onAdd }} />}
          {kind === 'view' && <AddView {...{ view, onAdd }} />}
          {kind === 'place' && (
            <PlaceSearch
              lang={lang}
              onPick={({ code, name, town }) =>
                onAdd([item('place', [town, name].filter(Boolean).join(' '), { place: code, layer: view.layer })])
              }
            />
          )}
          {kind === 'text' && <AddText of={{ owner, place: meeting, form: 'agenda-text' }} {...{ view, onAdd }} />}
          {kind === 'picture' && <AddPicture {...{ view, onAdd }} />}
        </Shown>
      </Tabs>
    </section>
  );
}

/** A saved view, with the layer and place its figures are of. */
function AddView({ view: { lang }, onAdd }: Pick<AddProps, 'view' | 'onAdd'>) {
  const words = agendaWords(lang);
  const views = useQuery({
    queryKey: ['api', 'views'],
    queryFn: ({ signal }) => ask('/views', {}, signal),
  }).data?.views;
  if (!views) return null;
  if (views.length === 0) return <p className="hint">{words.noViews}</p>;
  return (
    <ul className="saved-views">
      {views.map(({ id, title, search, by }) => (
        <li key={id}>
          <span>
            {title} {by && <small className="sub">{words.viewBy.replace('{by}', by)}</small>}
          </span>
          <button
            type="button"
            aria-label={`${words.addView} ${title}`}
            onClick={() => {
              const { layer, place } = readView(Object.fromEntries(new URLSearchParams(search)));
              onAdd([item('view', title, { layer, place, search: search || `layer=${defaultLayer}` })]);
            }}
          >
            {words.addView}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Words {
  title: string;
  text: string;
}
const noWords: Words = { title: '', text: '' };

/** Words for the meeting; half-written ones are kept in this browser. */
function AddText({ of, view: { lang }, onAdd }: Pick<AddProps, 'view' | 'onAdd'> & { of: DraftOf }) {
  const words = agendaWords(lang);
  const [{ title, text }, setWritten] = useState<Words>(() => ({ ...noWords, ...draftOf(of)?.values }));
  const put = (change: Partial<Words>) => {
    const values = { title, text, ...change };
    setWritten(values);
    if (values.title === '' && values.text === '') dropDraft(of);
    else keepDraft(of, { base: '', known: noWords, values, submission: null, at: new Date().toISOString() });
  };
  const add = () => {
    onAdd([item('text', title.trim(), { text })]);
    put(noWords);
  };
  return (
    <div className="add-text">
      <input
        aria-label={words.textTitle}
        placeholder={words.textTitle}
        value={title}
        maxLength={120}
        onChange={({ target }) => put({ title: target.value })}
      />
      <textarea
        rows={3}
        aria-label={words.textBody}
        placeholder={words.textBody}
        value={text}
        maxLength={4000}
        onChange={({ target }) => put({ text: target.value })}
      />
      <button type="button" disabled={title.trim() === ''} onClick={add}>
        {words.addText}
      </button>
    </div>
  );
}

function AddPicture({ view: { lang }, onAdd }: Pick<AddProps, 'view' | 'onAdd'>) {
  const words = agendaWords(lang);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setFault(null);
    try {
      const { name } = await sendPicture(file);
      onAdd([item('picture', file.name.replace(/\.\w+$/, '').slice(0, 120) || words.kinds.picture, { picture: name })]);
    } catch (problem) {
      setFault(faultText(problem as Error, accountWords(lang)));
    }
    setBusy(false);
  };
  return (
    <div className="add-picture">
      <label>
        {words.choosePicture}{' '}
        <input
          type="file"
          accept="image/png,image/jpeg"
          disabled={busy}
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      <p className="hint" role="status">
        {busy ? words.sending : words.pictureHint}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
