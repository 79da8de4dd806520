import { useState } from 'react';
import type { Role, Subject } from '../../server/rights/view.ts';
import type { AccountGiven } from '../../server/user/account/account-schemas.ts';
import type { AccountAnswer, AccountDone, AccountsAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { LineField, PickField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { useForm } from '../form/use-form.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';
import { AccountActs } from './AccountActs.tsx';
import type { AccountAct } from './Accounts.tsx';
import { PassOn } from './PassOn.tsx';
import { roleTitle } from './role-title.ts';
import { Teams } from './Teams.tsx';

interface FormProps {
  account: AccountAnswer | null;
  choices: AccountsAnswer;
  lang: Lang;
  onSaved(done: AccountDone): void;
  onAct(wanted: AccountAct): void;
  onClose(): void;
}

const subjectList: Subject[] = ['venue', 'organisation', 'inspection'];

function given(account: AccountAnswer | null): AccountGiven {
  return {
    login: account?.login ?? '',
    name: account?.name ?? '',
    post: account?.post ?? '',
    unit: account?.unit ?? null,
    workPhone: account?.workPhone ?? null,
    role: account && account.role !== 'screen' ? account.role : 'leader',
    state: account?.state === 'disabled' ? 'disabled' : 'active',
    places: account?.places.map(({ code }) => code) ?? [],
    subjects: account?.subjects ?? [],
    teams: account?.teams ?? [],
  };
}

/** One account: who, in which role, for which places. */
export function AccountForm({ account, choices, lang, onSaved, onAct, onClose }: FormProps) {
  const words = adminWords(lang);
  const form = useForm<AccountGiven, AccountDone>({
    of: null,
    opened: { base: '', values: given(account) },
    send: ({ values }) =>
      account ? send('PUT', '/accounts/{id}', { id: account.id }, values) : send('POST', '/accounts', {}, values),
    onSaved: (_, done) => onSaved(done),
  });
  const { values } = form;
  const [passing, setPassing] = useState(false);
  const may = account?.may ?? { describe: 'does', grant: 'does' };
  const [mayDescribe, mayGrant] = [may.describe !== undefined, may.grant !== undefined];
  // Who only proposes roles proposes those of the county's business.
  const content: Role[] = ['leader', 'department', 'town', 'village', 'inspector'];
  const offered = [...new Set([...(choices.roles.length > 0 ? choices.roles : content), values.role])];
  const maySave = !account || ['describe', 'grant', 'disable', 'enable'].some((act) => act in may);
  return (
    <>
      <FormBox className="office-form" form={form} lang={lang} data-part="account-form">
        <fieldset className="plain" disabled={!mayDescribe}>
          <LineField path="name" label={words.accounts.person} required />
          <LineField path="post" label={words.accounts.post} required />
          <LineField path="unit" label={words.accounts.unit} taken={orNull} />
          <LineField path="workPhone" label={words.accounts.workPhone} type="tel" taken={orNull} />
          <LineField
            path="login"
            label={words.accounts.login}
            required
            autoComplete="off"
            spellCheck={false}
            taken={(login) => login.trim()}
          />
        </fieldset>
        <fieldset className="plain" disabled={!mayGrant}>
          <PickField
            path="role"
            label={words.accounts.role}
            onPick={(role) => form.setAll({ role, places: [], subjects: [], teams: [] })}
          >
            {offered.map((role) => (
              <option key={role} value={role}>
                {roleTitle(role, lang)}
              </option>
            ))}
          </PickField>
          <ReachFields values={values} choices={choices} lang={lang} set={form.setAll} />
        </fieldset>
        <FormFault className="fault all" />
        <FormFoot
          className="row all"
          quiet="quiet"
          words={{ send: words.save, cancel: words.cancel }}
          sendable={maySave}
          onCancel={onClose}
        >
          {account && (may.disable || may.enable) && (
            <label title={words.accounts.disableNote}>
              <input
                type="checkbox"
                checked={values.state === 'disabled'}
                onChange={({ target }) => form.set('state', target.checked ? 'disabled' : 'active')}
              />{' '}
              {words.accounts.disable}
            </label>
          )}
          {account && (
            <AccountActs {...{ account, lang, onAct, onClose }} onPassOn={passing ? null : () => setPassing(true)} />
          )}
        </FormFoot>
      </FormBox>
      {account && passing && <PassOn {...{ account, lang, onSaved }} onClose={() => setPassing(false)} />}
    </>
  );
}

/** What was left empty is nothing. */
const orNull = (text: string) => (text.trim() === '' ? null : text);

interface ReachProps {
  values: AccountGiven;
  choices: AccountsAnswer;
  lang: Lang;
  set(change: Partial<AccountGiven>): void;
}

/** What the role needs besides: a town, a village, items, teams. */
function ReachFields({ values, choices, lang, set }: ReachProps) {
  const { accounts: words } = adminWords(lang);
  const towns = choices.places.filter(({ town }) => town === null);
  const [code = ''] = values.places;
  const placed = choices.places.find((place) => place.code === code);
  const [town, setTown] = useState(placed?.town ?? code);
  if (values.role === 'town' || values.role === 'village')
    return (
      <>
        <Choice
          label={words.town}
          places={towns}
          value={values.role === 'town' ? code : town}
          lang={lang}
          onPick={(picked) => {
            setTown(picked);
            set({ places: values.role === 'town' && picked !== '' ? [picked] : [] });
          }}
        />
        {values.role === 'village' && (
          <Choice
            label={words.village}
            places={choices.places.filter((place) => place.town === town && town !== '')}
            value={code}
            lang={lang}
            onPick={(picked) => set({ places: picked === '' ? [] : [picked] })}
          />
        )}
      </>
    );
  if (values.role === 'department')
    return (
      <fieldset>
        <legend>{words.subjects}</legend>
        <div className="checks">
          {subjectList.map((subject) => (
            <label key={subject}>
              <input
                type="checkbox"
                checked={values.subjects.includes(subject)}
                onChange={(event) =>
                  set({
                    subjects: subjectList.filter((one) =>
                      one === subject ? event.target.checked : values.subjects.includes(one),
                    ),
                  })
                }
              />{' '}
              {words.subject[subject]}
            </label>
          ))}
        </div>
      </fieldset>
    );
  if (values.role === 'inspector' && choices.teams.length === 0) return <p className="hint">{words.teamsByOffice}</p>;
  if (values.role === 'inspector')
    return <Teams teams={choices.teams} chosen={values.teams} lang={lang} onChoose={(teams) => set({ teams })} />;
  return null;
}

interface ChoiceProps {
  label: string;
  places: { code: string; name: string }[];
  value: string;
  lang: Lang;
  onPick(code: string): void;
}

function Choice({ label, places, value, lang, onPick }: ChoiceProps) {
  const { accounts: words } = adminWords(lang);
  const id = `account-${label}`;
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} required value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{words.choose}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
