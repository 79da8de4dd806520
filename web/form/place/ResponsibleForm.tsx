import type { ResponsibleFormAnswer } from '../../../server/form/form-answers.ts';
import { responsibleFaults } from '../../../server/person/rules.ts';
import { send } from '../../api.ts';
import { formWords } from '../../message/form/form-words.ts';
import type { FormOfPlace } from '../FormHost.tsx';
import { FormSheet } from '../FormSheet.tsx';
import { Part, TextField } from '../fields.tsx';
import { useForm } from '../use-form.ts';

/** 责任人 — for each function of a place its office-holder: name, post, unit, work telephone. */
export function ResponsibleForm({ answer, place, viewer, lang, onClose, onSaved }: FormOfPlace<ResponsibleFormAnswer>) {
  const words = formWords(lang);
  const { functions } = answer.options;
  const form = useForm({
    of: { owner: viewer.key, place: place.code, form: 'responsible' },
    opened: answer,
    send: (sent) => send('PUT', '/places/{code}/forms/responsible', { code: place.code }, sent),
    onSaved,
    check: (values) => responsibleFaults(values, functions),
  });
  const sides: Record<string, string> = {
    name: words.personName,
    post: words.personPost,
    unit: words.personUnit,
    workPhone: words.personPhone,
  };
  const titleOf = (path: string) => {
    const [key, side = ''] = path.split('.');
    return [functions.find((one) => one.key === key)?.title[lang] ?? key, sides[side]].filter(Boolean).join(' ');
  };
  return (
    <FormSheet
      title={words.titles.responsible}
      place={place.name}
      lang={lang}
      today={answer.today}
      form={form}
      writable={answer.writable}
      saved={answer.saved}
      onClose={onClose}
      titleOf={titleOf}
      shownOf={(_, value) => shownOf(value) || words.empty}
    >
      <p className="form-part form-hint">{words.responsibleHint}</p>
      {functions.map(({ key, title }) => (
        <Part key={key} title={title[lang]}>
          <div className="form-grid four">
            <TextField path={`${key}.name`} label={words.personName} />
            <TextField path={`${key}.workPhone`} label={words.personPhone} type="tel" />
            <TextField path={`${key}.unit`} label={words.personUnit} />
            <TextField path={`${key}.post`} label={words.personPost} />
          </div>
        </Part>
      ))}
    </FormSheet>
  );
}

/** One side of an office-holder, or all of them where one of two people left the function vacant. */
function shownOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.values(value).filter(Boolean).join(' · ');
}
