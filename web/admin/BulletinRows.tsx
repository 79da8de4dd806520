import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { BulletinTemplate } from '../../server/campaign/bulletin/rules.ts';
import { ask } from '../api.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { PaperButton } from '../paper/PaperButton.tsx';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { useFaultOf, useInvalid } from './edition-faults.tsx';

interface BulletinProps {
  template: BulletinTemplate;
  lang: Lang;
  onTemplate(template: BulletinTemplate): void;
}

/** 通报模板 — its parts, what they may name with what each says now, and the bulletin by the template in force. */
export function BulletinRows({ template, lang, onTemplate }: BulletinProps) {
  const { bulletin: words } = adminWords(lang);
  const id = useId();
  const faultOf = useFaultOf();
  const invalid = useInvalid();
  const [issue, setIssue] = useState('');
  const part = (key: Exclude<keyof BulletinTemplate, 'body'>, required = false) => (
    <Field
      key={key}
      label={words[key]}
      required={required}
      value={template[key]}
      fault={faultOf(`body.${key}`)}
      onText={(text) => onTemplate({ ...template, [key]: text })}
    />
  );
  return (
    <>
      {part('head', true)}
      {part('number')}
      {part('title', true)}
      {part('addressee')}
      <p className="field all">
        <label htmlFor={id}>{words.body}</label>
        <textarea
          id={id}
          rows={16}
          required
          aria-describedby={`${id}-hint`}
          value={template.body}
          {...invalid('body.body')}
          onChange={({ target }) => onTemplate({ ...template, body: target.value })}
        />
        <small id={`${id}-hint`} className={faultOf('body.body') === null ? 'hint' : 'field-fault'}>
          {faultOf('body.body') ?? words.hint}
        </small>
      </p>
      {part('signature')}
      <Placeholders lang={lang} />
      <div className="row all">
        <Field
          label={words.issue}
          aria-required={Object.values(template).some((text) => text.includes('{issue}'))}
          value={issue}
          maxLength={40}
          onText={setIssue}
        />
        <PaperButton kind="bulletin" title={words.make} lang={lang} asOf={null} asked={{ issue }} />
      </div>
    </>
  );
}

/** What a template may name, and what each says now. */
function Placeholders({ lang }: { lang: Lang }) {
  const { bulletin: words } = adminWords(lang);
  const { data } = useQuery({
    queryKey: ['placeholders', lang],
    queryFn: ({ signal }) => ask('/bulletin/placeholders', { lang }, signal),
  });
  if (!data) return null;
  return (
    <details className="all">
      <summary>{words.placeholders}</summary>
      <table className="office-table">
        <tbody>
          {data.placeholders.map(({ name, title, value }) => (
            <tr key={name}>
              <td>
                <code>{`{${name}}`}</code>
              </td>
              <td>{title[lang]}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
