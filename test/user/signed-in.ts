import { createApp } from '../../server/app.ts';
import { write } from '../../server/change/write.ts';
import type { Store } from '../../server/db/open.ts';
import { makeAccount, setPassword } from '../../server/user/account/account-actions.ts';
import type { AccountValues } from '../../server/user/account/account-store.ts';
import { readAccount } from '../../server/user/account/account-store.ts';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { hashPassword } from '../../server/user/password.ts';
import { createUsers } from '../../server/user/users.ts';
import { clockAt } from '../store/sample-records.ts';

export const password = 'Shanqu-2026';

/** An account of a role, with {@link password} unless none is wanted. Gives its id. */
export async function addAccount(
  store: Store,
  given: Pick<AccountValues, 'login' | 'role'> & Partial<AccountValues>,
  kept: string | null = password,
): Promise<string> {
  const values = {
    name: '某某',
    post: '干事',
    unit: null,
    workPhone: null,
    places: [],
    subjects: [],
    teams: [],
    ...given,
  };
  const hash = kept === null ? null : await hashPassword(kept);
  return write(store, { actor: 'test', clock: clockAt('2026-10-30') }, async (tx) => {
    const id = await makeAccount(tx, values);
    const account = await readAccount(tx, { id });
    if (account && hash !== null) await setPassword(tx, account, { hash, mustChange: false });
    return id;
  });
}

/** A server on a store, as it runs, and browsers that keep its cookies; it is asked by the name `host`. */
export function served(store: Store, { secure = false, host = 'county' } = {}) {
  const users = createUsers(store, { secure });
  const app = createApp({
    store,
    distFolder: '.',
    startedAt: new Date(),
    version: '1',
    whoAsks: users.whoAsks,
    users,
  });
  return {
    app,
    users,
    browser: (address = '10.0.0.1') => new Browser(app, address, { scheme: secure ? 'https' : 'http', host }),
  };
}

/** One browser at an address of the intranet, with one page. */
export class Browser {
  readonly cookies: Map<string, string>;
  /** Whose page it takes itself to be, as the last session it was answered says; null before. */
  person: string | null = null;
  /** The last `Set-Cookie`, whole. */
  lastCookie = '';
  readonly #app: ReturnType<typeof createApp>;
  readonly #address: string;

  readonly #scheme: string;
  readonly #host: string;

  constructor(
    app: ReturnType<typeof createApp>,
    address: string,
    { scheme = 'http', host = 'county', cookies = new Map<string, string>() } = {},
  ) {
    this.#scheme = scheme;
    this.#host = host;
    this.#app = app;
    this.#address = address;
    this.cookies = cookies;
  }

  /** Another page of the same browser: it has the same cookies, and finds out for itself whose it is. */
  anotherPage(): Browser {
    return new Browser(this.#app, this.#address, {
      scheme: this.#scheme,
      host: this.#host,
      cookies: this.cookies,
    });
  }

  async ask(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Response> {
    const text = body ? JSON.stringify(body) : '{}';
    const headers: Record<string, string> = {
      host: this.#host,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...more,
    };
    const sent = method !== 'GET' && {
      body: text,
      headers: {
        ...headers,
        origin: `${this.#scheme}://${this.#host}`,
        'content-type': 'application/json',
        ...(this.person === null ? {} : { 'signed-in-as': this.person }),
        'content-length': String(Buffer.byteLength(text)),
      },
    };
    const env = { incoming: { socket: { remoteAddress: this.#address } } };
    const answer = await this.#app.request(`http://${this.#host}${path}`, { method, headers, ...sent }, env);
    for (const cookie of answer.headers.getSetCookie()) {
      this.lastCookie = cookie;
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    await this.#meet(answer);
    return answer;
  }

  /** A page takes itself to be used by the person its session names. */
  async #meet(answer: Response): Promise<void> {
    if (!answer.ok || !answer.headers.get('content-type')?.includes('application/json')) return;
    const said = (await answer.clone().json()) as Partial<SessionAnswer> | null;
    if (said && 'viewer' in said && 'policy' in said) this.person = said.viewer?.key ?? null;
  }

  signIn(login: string, secret = password): Promise<Response> {
    return this.ask('POST', '/api/session', { login, password: secret });
  }

  async viewer(): Promise<SessionAnswer['viewer']> {
    return ((await (await this.ask('GET', '/api/session')).json()) as SessionAnswer).viewer;
  }

  async status(path = '/api/areas'): Promise<number> {
    return (await this.ask('GET', path)).status;
  }
}

/** The code of a refusal, after its status. */
export async function refusalOf(answer: Response): Promise<string> {
  const { type } = (await answer.json()) as { type?: string };
  return `${answer.status} ${type?.replace('/problems/', '')}`;
}
