import { expect, test } from 'vitest';
import type { SessionsAnswer } from '../../server/user/answer.ts';
import { deviceText } from '../../server/user/session/device.message.ts';
import { mostSessions } from '../../server/user/session/session-store.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, refusalOf, served } from './signed-in.ts';

test.each([
  ['Mozilla/5.0 (Linux; Android 14; HUAWEI) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36', '安卓手机 · Chrome'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120',
    'Windows 电脑 · Edge',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17 Safari/604', '苹果手机 · Safari'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Linux 电脑 · Firefox'],
  ['curl/8', '其他设备'],
])('%s is called %s', (agent, zh) => expect(deviceText(agent).zh).toBe(zh));

eachEngine('the own sign-ins', (open) => {
  const begun = async () => {
    const store = await open();
    await fillCounty(store);
    await addAccount(store, { login: 'leader1', role: 'leader' });
    await addAccount(store, { login: 'leader2', role: 'leader' });
    const county = served(store);
    const signedIn = async (address: string, login = 'leader1') => {
      const browser = county.browser(address);
      expect((await browser.signIn(login)).status).toBe(200);
      return browser;
    };
    const listed = async (browser: Awaited<ReturnType<typeof signedIn>>) =>
      ((await (await browser.ask('GET', '/api/sessions')).json()) as SessionsAnswer).sessions;
    return { store, signedIn, listed };
  };

  test('are listed, this one marked, nobody else’s among them, and no secret', async () => {
    const { store, signedIn, listed } = await begun();
    const desk = await signedIn('10.0.0.1');
    await signedIn('10.0.0.2');
    await signedIn('10.0.0.3', 'leader2');
    const sessions = await listed(desk);
    expect(sessions.map(({ address, current }) => [address, current]).sort()).toEqual([
      ['10.0.0.1', true],
      ['10.0.0.2', false],
    ]);
    const hashes = (await store.db.selectFrom('session').selectAll().execute()).map(({ tokenHash }) => tokenHash);
    for (const hash of hashes) expect(JSON.stringify(sessions)).not.toContain(hash);
  });

  test('end one by one or all others at once; nobody else’s can be named', async () => {
    const { signedIn, listed } = await begun();
    const [desk, phone, hall] = [await signedIn('10.0.0.1'), await signedIn('10.0.0.2'), await signedIn('10.0.0.3')];
    const other = await signedIn('10.0.0.4', 'leader2');
    const [others] = await listed(other);
    expect(await refusalOf(await desk.ask('DELETE', `/api/sessions/${others?.id}`, {}))).toBe('404 session-unknown');
    const lost = (await listed(desk)).find(({ address }) => address === '10.0.0.2');
    expect((await desk.ask('DELETE', `/api/sessions/${lost?.id}`, {})).status).toBe(200);
    expect([await phone.status(), await hall.status()]).toEqual([401, 200]);
    expect((await desk.ask('DELETE', '/api/sessions/others', {})).status).toBe(200);
    expect([await hall.status(), await desk.status(), await other.status()]).toEqual([401, 200, 200]);
  });

  test('are so many and no more: the one unused longest ends', async () => {
    const { store, signedIn } = await begun();
    const desk = await signedIn('10.0.0.1');
    const { users } = served(store);
    const account = (await desk.viewer())?.id ?? '';
    const opened: string[] = [];
    for (let one = 0; one < mostSessions + 5; one++)
      opened.push(await users.sessions.open(account, { address: '10.0.0.2', agent: '' }));
    expect(await users.sessions.count()).toBe(mostSessions);
    expect(await users.sessions.find(opened.at(-1) ?? '')).not.toBeNull();
    expect(await users.sessions.find(opened[0] ?? '')).toBeNull();
  });
});
