import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role, Subject } from '../../server/rights/view.ts';
import type { AccountGiven } from '../../server/user/account/account-schemas.ts';
import type { AccountAnswer, AccountDone, AccountsAnswer } from '../../server/user/answer.ts';
import { send } from '../api.ts';
import { accountWords } from '../message/account/account-words.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { faultText } from '../signing.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { AccountActs } from './AccountActs.tsx';
import type { Asked } from './Accounts.tsx';
import { roleTitle } from './role-title.ts';
import { Teams } from './Teams.tsx';

interface FormProps {
  account: AccountAnswer | null;
  choices: AccountsAnswer;
  lang: Lang;
  onSaved(done: AccountDone): void;
  onAct(asked: Asked): void;
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
  const [values, setValues] = useState(() => given(account));
  const set = (change: Partial<AccountGiven>) => setValues((before) => ({ ...before, ...change }));
  const saving = useMutation({
    mutationFn: () =>
      account ? send('PUT', '/accounts/{id}', { id: account.id }, values) : send('POST', '/accounts', {}, values),
    onSuccess: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const fault = faultText(saving.error, accountWords(lang));
  const may = account?.may ?? { describe: 'does', grant: 'does' };
  const [mayDescribe, mayGrant] = [may.describe !== undefined, may.grant !== undefined];
  // Who only proposes roles proposes those of the county's business.
  const content: Role[] = ['leader', 'department', 'town', 'village', 'inspector'];
  const offered = [...new Set([...(choices.roles.length > 0 ? choices.roles : content), values.role])];
  const maySave = !account || ['describe', 'grant', 'disable', 'enable'].some((act) => act in may);
  const text = (value: string) => (value.trim() === '' ? null : value);
  return (
    <form className="office-form" onSubmit={submit} data-part="account-form">
      <fieldset className="plain" disabled={!mayDescribe}>
        <Field label={words.accounts.person} required value={values.name} onText={(name) => set({ name })} />
        <Field label={words.accounts.post} required value={values.post} onText={(post) => set({ post })} />
        <Field label={words.accounts.unit} value={values.unit ?? ''} onText={(unit) => set({ unit: text(unit) })} />
        <Field
          label={words.accounts.workPhone}
          type="tel"
          value={values.workPhone ?? ''}
          onText={(phone) => set({ workPhone: text(phone) })}
        />
        <Field
          label={words.accounts.login}
          required
          autoComplete="off"
          spellCheck={false}
          value={values.login}
          onText={(login) => set({ login: login.trim() })}
        />
      </fieldset>
      <fieldset className="plain" disabled={!mayGrant}>
        <p className="field">
          <label htmlFor="account-role">{words.accounts.role}</label>
          <select
            id="account-role"
            value={values.role}
            onChange={(event) =>
              set({ role: event.target.value as AccountGiven['role'], places: [], subjects: [], teams: [] })
            }
          >
            {offered.map((role) => (
              <option key={role} value={role}>
                {roleTitle(role, lang)}
              </option>
            ))}
          </select>
        </p>
        <ReachFields values={values} choices={choices} lang={lang} set={set} />
      </fieldset>
      {fault && (
        <p className="fault all" role="alert">
          {fault}
        </p>
      )}
      <div className="row all">
        <button type="submit" className="primary" disabled={saving.isPending || !maySave}>
          {words.save}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words.cancel}
        </button>
        {account && (may.disable || may.enable) && (
          <label title={words.accounts.disableNote}>
            <input
              type="checkbox"
              checked={values.state === 'disabled'}
              onChange={(event) => set({ state: event.target.checked ? 'disabled' : 'active' })}
            />{' '}
            {words.accounts.disable}
          </label>
        )}
        {account && <AccountActs account={account} lang={lang} onAct={onAct} onClose={onClose} />}
      </div>
    </form>
  );
}

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
