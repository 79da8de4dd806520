import { send } from '../api.ts';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { newSubmissionId } from '../form/submission-id.ts';
import { type Form, useForm } from '../form/use-form.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { type ViewState, writeView } from '../url.ts';

/** Keeps what the map shows now, under a name. */
export function KeepView({ view, onSaved }: { view: ViewState; onSaved(title: string): Promise<void> }) {
  const words = agendaWords(view.lang);
  const form: Form<{ kept: string; title: string }> = useForm({
    of: null,
    opened: { base: '', values: { kept: newSubmissionId(), title: '' } },
    send: async ({ id, values: { kept, title } }) => {
      const search = new URLSearchParams(writeView({ ...view, form: null })).toString();
      await send('PUT', '/views/{view}', { view: kept }, { id, title, search, shared: false });
      return title;
    },
    onSaved: async (_, title) => {
      form.discard();
      await onSaved(title);
    },
  });
  return (
    <FormBox form={form} lang={view.lang} missed={false}>
      <input
        aria-label={words.viewName}
        placeholder={words.viewName}
        required
        maxLength={40}
        value={form.values.title}
        onChange={({ target }) => form.set('title', target.value)}
      />
      <button type="submit" className="primary" disabled={form.phase.is === 'sending'}>
        {words.viewSave}
      </button>
      <FormFault />
    </FormBox>
  );
}
