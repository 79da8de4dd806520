import { createHash, randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { write } from '../../server/change/write.ts';
import { saveFile } from '../../server/db/files.ts';
import { newId } from '../../server/db/id.ts';
import type { Store } from '../../server/db/open.ts';
import type { PaperAnswer } from '../../server/paper/job/answer.ts';
import { makeAccount, setPassword } from '../../server/user/account/account-actions.ts';
import type { AccountValues } from '../../server/user/account/account-store.ts';
import { readAccount } from '../../server/user/account/account-store.ts';
import type { AccountDone, AccountsAnswer } from '../../server/user/answer.ts';
import { hashPassword } from '../../server/user/password.ts';
import { clockAt } from '../store/sample-records.ts';
import { type Browser, password, served } from '../user/signed-in.ts';
import { fillWorld, idOf } from './worlds.ts';

type Given = Pick<AccountValues, 'login' | 'role'> & Partial<AccountValues>;

/** The plans are those of `team`; `other` inspects for another team. */
export const people = [
  { login: 'office', role: 'office' },
  { login: 'team', role: 'inspector', teams: ['暗访组'], unit: '暗访组' },
  { login: 'leader', role: 'leader' },
  { login: 'town', role: 'town', places: ['area-2'] },
  { login: 'village', role: 'village', places: ['area-4'] },
  { login: 'finance', role: 'department', subjects: ['venue'] },
  { login: 'civil', role: 'department', subjects: ['inspection'] },
  { login: 'other', role: 'inspector', teams: ['一组'] },
  { login: 'administrator', role: 'administrator' },
  { login: 'security', role: 'security' },
  { login: 'auditor', role: 'auditor' },
] as const satisfies readonly Given[];
export type Login = (typeof people)[number]['login'] | 'screen' | 'stranger';
/** Who knows of every plan or of those in question; all others are to see the same in both worlds. */
export const knowing: readonly Login[] = ['office', 'team'];

const pictureBytes = new Uint8Array([1]);

/** Ids the browsers mint, the same in both worlds. */
export const ids = {
  plan: idOf(4, 1),
  picture: `${createHash('sha256').update(pictureBytes).digest('hex')}.png`,
  paper: idOf(4, 4),
};
/** A village by its number. */
export const villageCode = (fid: number) => `99010000${String(fid).padStart(4, '0')}`;

/** 有人用的县 — a county behind its API, with those who work in it at their browsers, and what those who may not know of the plans were answered. */
export interface LivedIn {
  store: Store;
  browsers: Record<Login, Browser>;
  answers: string[];
  /** Ids of a visit made, and of one planned under seal or of none. */
  visits: string[];
}

/** The script of {@link fillWorld}, and then a day's work over the API: `withPlans` also makes, tells and exports unannounced plans between its steps. */
export async function livedIn(store: Store, withPlans: boolean): Promise<LivedIn> {
  const answers = (await fillWorld(store, withPlans)).map((one) => JSON.stringify(one));
  saveFile(store.dataDir, pictureBytes, 'png');
  const host = `county-${randomUUID()}`;
  const { browser } = served(store, { host });
  await accounts(store);
  const browsers = Object.fromEntries(
    ['stranger', 'screen', ...people.map(({ login }) => login)].map((login, at) => [login, browser(`10.0.1.${at}`)]),
  ) as Record<Login, Browser>;
  for (const { login } of people) expect((await browsers[login].signIn(login)).status, login).toBe(200);
  const work = new Work(browsers, withPlans, answers);
  await work.day();
  return { store, browsers, answers, visits: [work.visit, work.sealedVisit] };
}

/** One hash for all of them: what it takes to check a password is not in question. */
async function accounts(store: Store): Promise<void> {
  const hash = await hashPassword(password);
  const none = { name: '某某', post: '干事', unit: null, workPhone: null, places: [], subjects: [], teams: [] };
  for (const one of [...people, { login: 'next', role: 'village', places: ['area-3'] } satisfies Given]) {
    later();
    const given: AccountValues = { ...none, ...one, ...listsOf(one) };
    await write(store, { actor: 'test', clock: clockAt('2026-10-30') }, async (tx) => {
      const account = await readAccount(tx, { id: await makeAccount(tx, given) });
      if (account) await setPassword(tx, account, { hash, mustChange: false });
    });
  }
}

const listsOf = ({ places = [], subjects = [], teams = [] }: Given | { [key: string]: never }) => ({
  places: [...places],
  subjects: [...subjects],
  teams: [...teams],
});

/** A second goes by, in both worlds alike. */
const later = () => vi.setSystemTime(Date.now() + 1000);

const visitValues = {
  ...{ state: 'made', occurredOn: '2026-10-30', level: 'county', announced: true, team: '一组', leaderId: null },
  places: [] as { code: string; findings: { text: string; closedOn: null }[] }[],
};
const villageOf = (fid: number) => ({
  ...{ code: villageCode(fid), need: 'must', score: null, serviceMin: 30, windows: [], teams: null, dates: null },
});
interface Form {
  base: string;
  values: { milestones: { key: string; plannedOn: string | null }[] };
}

class Work {
  readonly #browsers: Record<Login, Browser>;
  readonly #withPlans: boolean;
  readonly #answers: string[];
  readonly #minted = { open: 0, sealed: 0 };
  visit = '';
  sealedVisit = newId();

  constructor(browsers: Record<Login, Browser>, withPlans: boolean, answers: string[]) {
    this.#browsers = browsers;
    this.#withPlans = withPlans;
    this.#answers = answers;
  }

  async day(): Promise<void> {
    await this.#sealed(() => this.#plans());
    await this.#records();
    await this.#sealed(() => this.#exports());
    await this.#proposals();
    await this.#accounts();
    await this.#sealed(() => this.#plans(' 改'));
    await this.#screens();
    await this.#visits();
    await this.#sealed(() => this.#plans(' 再改'));
    await this.#papers();
  }

  #id(): string {
    this.#minted.open += 1;
    return idOf(5, this.#minted.open);
  }

  #sealedId(): string {
    this.#minted.sealed += 1;
    return idOf(6, this.#minted.sealed);
  }

  /** Something asked that has to be granted; what it is answered counts where `login` may not know of the plans. */
  async #ask<Answer = Form>(login: Login, method: string, path: string, body: object = {}): Promise<Answer> {
    later();
    const answer = await this.#browsers[login].ask(method, `/api${path}`, body);
    const text = await answer.text();
    expect(answer.status, `${login} ${method} ${path} ${text}`).toBe(200);
    if (!knowing.includes(login)) this.#answers.push(`${login} ${method} ${path} ${text}`);
    return JSON.parse(text) as Answer;
  }

  /** What is done under seal; in the world without it, those who do it look at the map meanwhile. */
  async #sealed(work: () => Promise<unknown>): Promise<void> {
    const from = Date.now();
    if (this.#withPlans) await work();
    vi.setSystemTime(from + 120_000);
    for (const login of knowing) await this.#browsers[login].ask('GET', '/api/areas');
  }

  /** A plan of routes saved and issued, and a plan of a visit where others record theirs. */
  async #plans(more = ''): Promise<void> {
    const spot = { name: '县委组织部', lon: 86.6, lat: 13.9 };
    const team = { name: '暗访组', start: spot, end: spot, fromMin: 510, untilMin: 1050, rest: null };
    const body = {
      ...{ title: `暗访路线${more}`, announced: false, goal: 'worth', dates: ['2026-11-04'], seed: 1, travel: null },
      teams: [{ ...team, id: 'a' }],
      villages: [villageOf(3), villageOf(5)],
      routes: [{ team: 'a', on: '2026-11-04', stops: [villageCode(3), villageCode(5)], fixed: 0, whole: false }],
    };
    const route = `/route-plans/${ids.plan}`;
    const base = more === '' ? '' : (await this.#ask('office', 'GET', route)).base;
    await this.#ask('office', 'PUT', route, { id: this.#sealedId(), base, body, confirm: true });
    if (more !== '') return;
    await this.#ask('office', 'POST', `${route}/publish`, { id: this.#sealedId(), confirm: true });
    const planned = { ...visitValues, state: 'planned', announced: false, team: '暗访组' };
    const values = { ...planned, places: [{ code: villageCode(3), findings: [] }] };
    const sent = { id: this.#sealedId(), values, confirm: true };
    this.sealedVisit = (await this.#ask<{ visit: string }>('office', 'POST', '/visits', sent)).visit;
  }

  /** The log of exports is kept of sealed plans as well. */
  async #exports(): Promise<void> {
    for (const login of knowing)
      expect((await this.#browsers[login].ask('GET', `/api/route-plans/${ids.plan}/files/gpx`)).status).toBe(200);
  }

  /** Towns and departments write where somebody is going to look. */
  async #records(): Promise<void> {
    const form = (fid: number) => `/places/${villageCode(fid)}/forms/venue`;
    const saved = async (login: Login, fid: number, more: object) => {
      const { base, values } = await this.#ask(login, 'GET', form(fid));
      const sent = {
        id: this.#id(),
        base,
        values: { ...values, ...more },
        before: values,
        confirm: true,
        reason: '现场核实',
      };
      await this.#ask(login, 'PUT', form(fid), sent);
    };
    await saved('town', 4, { stage: 'structure-underway', reportedOn: '2026-10-30' });
    await saved('finance', 3, { financeAcceptedOn: '2026-09-22' });
    await saved('office', 5, { organisationAcceptedOn: '2026-10-30', reportedOn: '2026-10-30' });
  }

  /** One asked and granted, one asked and waiting. */
  async #proposals(): Promise<void> {
    const form = `/places/${villageCode(4)}/forms/venue`;
    const asked = async (plannedOn: string) => {
      const { base, values } = await this.#ask('town', 'GET', form);
      const milestones = values.milestones.map((one) => (one.key === 'built' ? { ...one, plannedOn } : one));
      const sent = { id: this.#id(), base, values: { ...values, milestones }, before: values };
      await this.#ask('town', 'PUT', form, sent);
    };
    await asked('2026-11-20');
    interface Listed {
      proposals: { id: string; base: string }[];
    }
    const [one] = (await this.#ask<Listed>('office', 'GET', '/proposals?state=waiting')).proposals;
    const decision = { id: this.#id(), base: one?.base, decision: 'accepted', answer: '雨季停工' };
    await this.#ask('office', 'PUT', `/proposals/${one?.id}`, decision);
    await asked('2026-11-25');
  }

  /** Made, proposed, changed, reset, passed on; links handed out and used. */
  async #accounts(): Promise<void> {
    const { accounts: all } = await this.#ask<AccountsAnswer>('office', 'GET', '/accounts');
    const idFor = (login: string) => all.find((one) => one.login === login)?.id ?? '';
    const given = (login: string, role: string, more: object = {}) => ({
      ...{ login, role, name: '某某', post: '干事', unit: null, workPhone: null, state: 'active' },
      ...{ places: [], subjects: [], teams: [], ...more },
    });
    const made = await this.#ask<AccountDone>('office', 'POST', '/accounts', given('second', 'leader'));
    await this.#ask('office', 'POST', '/accounts', given('spy', 'inspector', { teams: ['暗访组'] }));
    await this.#ask('administrator', 'POST', '/accounts', given('asked', 'leader'));
    const team = given('team', 'inspector', { workPhone: '0900-1' });
    await this.#ask('administrator', 'PUT', `/accounts/${idFor('team')}`, team);
    await this.#ask('security', 'PUT', `/accounts/${idFor('village')}`, given('village', 'leader'));
    const person = { name: '后任', post: '文书', unit: null, workPhone: null };
    await this.#ask('office', 'POST', `/accounts/${idFor('next')}/pass-on`, person);
    const token = made.link?.address.split('#')[1];
    await this.#ask('stranger', 'POST', '/session/link/use', { token, password: 'Qinling-2027' });
    await this.#browsers.stranger.ask('DELETE', '/api/session', {});
    await this.#ask('security', 'POST', `/accounts/${made.id}/end-sessions`, {});
    await this.#ask('security', 'PUT', '/password-profile', { profile: 'classified' });
  }

  async #screens(): Promise<void> {
    const made = async (title: string) =>
      this.#ask<{ id: string; address: string }>('office', 'POST', '/screens', { title, view: '' });
    const hall = await made('三楼会议室');
    const former = await made('旧会议室');
    await this.#browsers.screen.ask('GET', hall.address);
    await this.#ask('administrator', 'DELETE', `/screens/${former.id}`, {});
    const view = { title: '常用', search: 'layer=venue-schedule', shared: true };
    await this.#ask('leader', 'PUT', `/views/${idOf(7, 1)}`, { id: this.#id(), ...view });
  }

  /** Another team records where and when the sealed plan is. */
  async #visits(): Promise<void> {
    await this.#ask('other', 'GET', '/visits/new');
    const places = [{ code: villageCode(3), findings: [{ text: '无公示', closedOn: null }] }];
    const sent = { id: this.#id(), values: { ...visitValues, places } };
    this.visit = (await this.#ask<{ visit: string }>('other', 'POST', '/visits', sent)).visit;
    const { base, values } = await this.#ask('other', 'GET', `/visits/${this.visit}`);
    await this.#ask('other', 'PUT', `/visits/${this.visit}`, { id: this.#id(), base, values, before: values });
  }

  async #papers(): Promise<void> {
    const asked = { layer: 'inspection-coverage', place: null, classes: null };
    await this.#ask('leader', 'POST', '/papers', { id: ids.paper, kind: 'table', asked });
    const path = `/api/papers/${ids.paper}`;
    const made = async () => ((await (await this.#browsers.leader.ask('GET', path)).json()) as PaperAnswer).state;
    while ((await made()) !== 'done') await new Promise(setImmediate);
  }
}
