import { useQuery } from '@tanstack/react-query';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import { Loading } from '../../chrome/States.tsx';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { formWords } from '../../message/form/form-words.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { Field } from '../../ui/Field.tsx';
import { fill, instantText } from '../../ui/format.ts';
import type { ViewState } from '../../url.ts';
import { meetingQuery } from '../queries.ts';
import { AddItem } from './AddItem.tsx';
import { AgendaList } from './AgendaList.tsx';
import { AgendaMet } from './AgendaMet.tsx';
import { AgendaVersions } from './AgendaVersions.tsx';
import { Budget } from './Budget.tsx';
import { useAgenda } from './use-agenda.ts';
import '../../chrome/office/agenda.css';

interface EditorProps {
  /** Id of the writer; what they leave unsaved is kept for them alone. */
  owner: string;
  id: string;
  areas: AreasAnswer;
  view: ViewState;
}

/** 编辑议程 — items in their order, by drag and by keyboard; counted and timed against the meeting's length; earlier versions below. */
export function AgendaEditor({ owner, id, areas, view }: EditorProps) {
  const { lang } = view;
  const kept = useQuery(meetingQuery(id)).data;
  const agenda = useAgenda({ owner, id, kept, lang });
  const words = meetingWords(lang);
  const own = agendaWords(lang);
  const forms = formWords(lang);
  const { draft, said, met, changed, restoredAt } = agenda;
  if (!draft) return <Loading lang={lang} />;
  const { items, lengthMin } = draft;
  return (
    <div className="agenda" data-part="agenda">
      {restoredAt !== null && (
        <p className="hint" role="status" data-part="agenda-restored">
          {fill(forms.restored, { at: instantText(restoredAt, lang) })}
        </p>
      )}
      {!agenda.keepable && (
        <p className="fault" role="alert">
          {forms.notKept}
        </p>
      )}
      <div className="three">
        <Field label={words.name} value={draft.title} maxLength={80} onText={(title) => agenda.put({ title })} />
        <Field label={words.day} type="date" value={draft.heldOn} onText={(heldOn) => agenda.put({ heldOn })} />
        <Field
          label={own.length}
          type="number"
          min={1}
          max={720}
          value={lengthMin === null ? '' : String(lengthMin)}
          onText={(text) => agenda.put({ lengthMin: text === '' ? null : Math.max(0, Math.round(Number(text))) })}
        />
      </div>
      <Budget items={items} lengthMin={lengthMin} lang={lang} />
      <AgendaList items={items} lang={lang} onItems={(next) => agenda.put({ items: next })} />
      <AddItem
        {...{ owner, areas, view }}
        meeting={id}
        onAdd={(added) => {
          agenda.put({ items: [...items, ...added] });
          agenda.say(fill(own.added, { n: added.length, of: items.length + added.length }));
        }}
      />
      {met && (
        <AgendaMet met={met} mine={items.length} lang={lang} onMine={agenda.keepMine} onTheirs={agenda.takeTheirs} />
      )}
      <p className="row save-row">
        <button type="button" className="primary" data-part="agenda-save" onClick={() => void agenda.save()}>
          {words.save}
        </button>
        <span role="status" className={said?.bad ? 'fault' : ''} data-part="agenda-state">
          {said?.text ?? (changed ? own.unsaved : '')}
        </span>
        {changed && (
          <button type="button" data-part="agenda-discard" onClick={agenda.discard}>
            {own.discard}
          </button>
        )}
      </p>
      <AgendaVersions id={id} lang={lang} blocked={changed} onTake={agenda.takeBack} />
    </div>
  );
}
