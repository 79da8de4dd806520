import type { ComponentType } from 'react';
import type { SessionAnswer } from '../../../server/user/answer.ts';
import { send } from '../../../web/api.ts';
import { LineField, PickField } from '../../../web/form/box/box-fields.tsx';
import { FormBox } from '../../../web/form/box/FormBox.tsx';
import { FormFault } from '../../../web/form/box/FormFault.tsx';
import { FormFoot } from '../../../web/form/box/FormFoot.tsx';
import type { DraftOf } from '../../../web/form/drafts.ts';
import { useForm } from '../../../web/form/use-form.ts';
import { ChangePassword } from '../../../web/sign-in/ChangePassword.tsx';
import { SetUp } from '../../../web/sign-in/SetUp.tsx';
import { SignIn } from '../../../web/sign-in/SignIn.tsx';
import { UseLink } from '../../../web/sign-in/UseLink.tsx';
import { countyPieces } from './county-pieces.tsx';
import { meetingPieces } from './meeting-pieces.tsx';
import { officePieces } from './office-pieces.tsx';
import type { Shown } from './shown-piece.ts';
import { workPieces } from './work-pieces.tsx';

const nobody = { personId: null, about: null, dueOn: '2026-10-27', limit: null };

/** A form of the system itself: two fields, a choice, and all that stands around them. */
function Plain({ tell, of = null }: Shown & { of?: DraftOf | null }) {
  const form = useForm({
    of,
    opened: { base: '', values: { title: '', unit: '', level: 'county' } },
    send: ({ id, values: { level: place, ...typed } }) =>
      send('PUT', '/tasks/{task}', { task: 't1' }, { id, place, ...typed, ...nobody }),
    onSaved: () => tell('saved'),
  });
  return (
    <FormBox form={form} lang="zh" data-part="plain">
      <LineField path="title" label="事项" />
      <LineField path="unit" label="责任单位" hint="选填" />
      <PickField path="level" label="级别">
        <option value="county">县级</option>
        <option value="city">市级</option>
      </PickField>
      <FormFault />
      <FormFoot words={{ send: '保存', cancel: '取消' }} onCancel={() => tell('cancelled')} />
      <output>{form.phase.is}</output>
    </FormBox>
  );
}

const session: SessionAnswer = {
  ...{ viewer: null, setUp: false, sample: false, secure: true, people: null },
  policy: { profile: 'asvs', minLength: 8, classes: 2, maxAgeDays: null, remembered: 0 },
};

/** Every piece that can be shown, by its name. */
export const pieces: Record<string, ComponentType<Shown>> = {
  ...countyPieces,
  ...meetingPieces,
  ...officePieces,
  ...workPieces,
  plain: Plain,
  'sign-in': () => <SignIn session={session} lang="zh" ended={false} onLang={() => undefined} />,
  'set-up': () => <SetUp session={session} lang="zh" />,
  'use-link': () => <UseLink session={session} lang="zh" />,
  'change-password': ({ tell }) => <ChangePassword session={session} lang="zh" onBack={() => tell('back')} />,
};
