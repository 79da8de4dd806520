import { beforeAll, expect, test } from 'vitest';
import { auditAnswer } from '../../server/audit/read-audit.ts';
import type { Store } from '../../server/db/open.ts';
import { officeViewer } from '../../server/person/open-viewer.ts';
import type { SessionAnswer } from '../../server/user/answer.ts';
import { linkForOffice } from '../../server/user/office-link.ts';
import { fillCounty } from '../api/small-county.ts';
import { eachEngine } from '../store/engines.ts';
import { addAccount, refusalOf, served } from './signed-in.ts';

eachEngine('the only office account that lost its password', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fillCounty(store);
    await addAccount(store, { login: 'office', role: 'office' });
    await addAccount(store, { login: 'leader', role: 'leader' });
    const former = await addAccount(store, { login: 'former', role: 'office' });
    await store.db.updateTable('account').set({ state: 'disabled' }).where('id', '=', former).execute();
  });

  test.each(['nobody', 'leader', 'former', ''])('%s is given no link, and nothing changes', async (login) => {
    const before = await store.db.selectFrom('account').selectAll().orderBy('id').execute();
    expect(await linkForOffice(store, login)).toBeNull();
    expect(await store.db.selectFrom('account').selectAll().orderBy('id').execute()).toEqual(before);
  });

  test('comes in by a link of the server’s, once; what held before holds no more, and the log and its person are told', async () => {
    const signedIn = served(store).browser();
    expect((await signedIn.signIn('office')).status).toBe(200);
    const link = await linkForOffice(store, 'Office');
    // The server starts anew with it.
    const { browser } = served(store);
    const former = browser('10.0.0.3');
    for (const [name, value] of signedIn.cookies) former.cookies.set(name, value);
    expect(await former.status()).toBe(401);
    expect(await refusalOf(await browser('10.0.0.4').signIn('office'))).toBe('401 sign-in-wrong');
    const used = { token: link?.address.split('#')[1], password: 'Qinling-2027' };
    const came = await browser('10.0.0.5').ask('POST', '/api/session/link/use', used);
    const { viewer } = (await came.json()) as SessionAnswer;
    expect(viewer).toMatchObject({ login: 'office', role: 'office' });
    expect(viewer?.notices.map(({ action, name }) => [action, name])).toEqual([['reset-password', null]]);
    expect(await refusalOf(await browser('10.0.0.6').ask('POST', '/api/session/link/use', used))).toContain(
      'link-over',
    );
    const { rows } = await auditAnswer(store, officeViewer, { kind: 'account' });
    expect(rows.map(({ said }) => said.zh)).toContain('在服务器上为组织部账号打印一次性链接：office');
  });
});
