import type { AccountAnswer, AccountDone } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { useForm } from '../form/use-form.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

interface PassOnProps {
  account: AccountAnswer;
  lang: Lang;
  onSaved(done: AccountDone): void;
  onClose(): void;
}

/** 移交 — an account with its role and places goes to the next office-holder. */
export function PassOn({ account, lang, onSaved, onClose }: PassOnProps) {
  const { accounts: words, cancel } = adminWords(lang);
  const { id, unit } = account;
  const form = useForm<{ name: string; post: string }, AccountDone>({
    of: null,
    opened: { base: '', values: { name: '', post: account.post ?? '' } },
    send: ({ values }) => send('POST', '/accounts/{id}/pass-on', { id }, { ...values, unit, workPhone: null }),
    onSaved: (_, done) => onSaved(done),
  });
  const { name, post } = form.values;
  return (
    <FormBox className="office-form" form={form} lang={lang} data-part="pass-on">
      <fieldset className="all">
        <legend>{words.passOnTo}</legend>
        <p className="hint">{words.passOnNote}</p>
        <LineField path="name" label={words.person} required />
        <LineField path="post" label={words.post} required />
        <FormFault />
        <FormFoot
          words={{ send: words.passOn, cancel }}
          quiet="quiet"
          sendable={name.trim() !== '' && post.trim() !== ''}
          onCancel={onClose}
        />
      </fieldset>
    </FormBox>
  );
}
