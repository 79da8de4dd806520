import { describe, expect, test } from 'vitest';
import { defaultBulletin } from '../../server/campaign/bulletin/default-bulletin.message.ts';
import {
  type BulletinTemplate,
  bulletinFaults,
  bulletinNames,
  bulletinTables,
} from '../../server/campaign/bulletin/rules.ts';
import { write } from '../../server/change/write.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import type { ListAnswer, SummaryAnswer } from '../../server/list/answer.ts';
import { putMeeting } from '../../server/meeting/meeting-store.ts';
import { placeholderTitles } from '../../server/paper/bulletin/bulletin.message.ts';
import { bulletinDocx } from '../../server/paper/bulletin/bulletin-docx.ts';
import type { PlaceholdersAnswer } from '../../server/paper/bulletin/routes.ts';
import type { ScoresAnswer } from '../../server/ranking/answer.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import type { Language } from '../../server/words/fill.ts';
import { dayText } from '../../server/words/phrase.message.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { type Forms, finance, leader, office, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { clockAt } from '../store/sample-records.ts';
import { givenTo, longName, paperCounty } from './paper-county.ts';
import { readDocx } from './read-docx.ts';

const changed = (change: Partial<BulletinTemplate>) => ({ ...defaultBulletin.zh, ...change });

describe('a template', () => {
  test.each<[string, Partial<BulletinTemplate>, string[]]>([
    ['as a county begins with', {}, []],
    ['that names what there is not', { body: '全县{village}个村' }, ['placeholder-unknown {village}']],
    ['with a table in a line of text', { body: '如下：{changes}' }, ['placeholder-in-line {changes}']],
    ['with a table in its title', { title: '{changes}' }, ['placeholder-in-line {changes}']],
    ['with a brace left open', { body: '截至{day' }, ['placeholder-open 截至{day']],
    ['without a text', { body: ' ' }, ['missing ']],
    ['with a title of 121 characters', { title: '字'.repeat(121) }, ['too-long 120']],
    ['with a title of 120 characters', { title: '字'.repeat(120) }, []],
  ])('%s', (_how, change, faults) => {
    expect(bulletinFaults(changed(change)).map(({ code, value }) => `${code} ${value ?? ''}`)).toEqual(faults);
  });

  test('every name has its meaning in both languages, and the first template uses the tables', () => {
    for (const name of [...bulletinNames, ...bulletinTables]) expect(placeholderTitles[name]?.en).toBeTruthy();
    for (const name of bulletinTables.filter((one) => one !== 'changes'))
      expect(defaultBulletin.zh.body.split('\n')).toContain(`{${name}}`);
  });

  test('a county begins with one in either language: whole, of the same parts, naming the same figures', () => {
    const { zh, en } = defaultBulletin;
    expect(bulletinFaults(en)).toEqual([]);
    expect(Object.values(en).join('')).not.toMatch(/\p{Script=Han}/u);
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const part of Object.keys(zh) as (keyof BulletinTemplate)[]) {
      expect(names(en[part]), part).toEqual(names(zh[part]));
      expect(en[part].split('\n'), part).toHaveLength(zh[part].split('\n').length);
    }
    const kinds = (text: string) => text.split('\n').map((line) => /^(#+ |\{\w+\}$)/.exec(line)?.[0] ?? '');
    expect(kinds(en.body)).toEqual(kinds(zh.body));
  });
});

eachEngine('bulletin', (open) => {
  async function county() {
    const forms = await paperCounty(await open());
    const get = async <Answer>(path: string) => (await forms.get(office, path)).body as unknown as Answer;
    const made = async (issue = '7', lang: Language = 'zh') =>
      readDocx((await bulletinDocx(await givenTo(forms.store, office, lang), { issue })).bytes);
    return { forms, get, made };
  }
  const put = (forms: Forms, body: object, base = '') =>
    forms.send(office, 'PUT', '/editions/bulletin', { id: crypto.randomUUID(), base, fromOn: '2026-10-30', body });
  const base = async (forms: Forms) => String((await forms.get(office, '/editions/bulletin')).body.base);

  test('every number of the text is the API’s at the same sequence', async () => {
    const { get, made } = await county();
    const { paragraphs } = await made();
    const text = paragraphs.join('\n');
    const { county: venue } = await get<ValuesAnswer>('/layers/venue-schedule/values');
    const { layers } = await get<LayersAnswer>('/layers');
    const classes = layers.find(({ id }) => id === 'venue-schedule')?.classes ?? [];
    const of = (...ids: string[]) =>
      ids.reduce((sum, id) => sum + (venue.counts[classes.findIndex((one) => one.id === id)] ?? Number.NaN), 0);
    expect(text).toContain(
      `全县共4个村（社区）。阵地验收合格${of('accepted')}个，建成待验收${of('built')}个，验收滞后${of('built-late')}个，验收超期${of('built-overdue')}个，按期推进${of('on-schedule')}个，滞后${of('late')}个，超期${of('overdue')}个，未排计划${of('unplanned')}个，未报送${of('silent')}个，建成率${shareText(venue.share)}。`,
    );
    const { county: turnaround } = await get<ValuesAnswer>('/layers/organisation-turnaround/values');
    const [, signedOff = 0, going = 0, past = 0, noGroup = 0] = turnaround.counts;
    expect(text).toContain(`后进党组织${signedOff + going + past + noGroup}个，其中整改超期${past}个`);
    const { county: coverage } = await get<ValuesAnswer>('/layers/inspection-coverage/values');
    expect(text).toContain(`督查覆盖率（30天内）${shareText(coverage.share)}。`);
    const { tasks } = await get<{ tasks: TaskAnswer[] }>('/tasks');
    const open = tasks.filter(({ state }) => state !== 'closed').length;
    expect(text).toContain(
      `累计交办${tasks.length}项，未销号${open}项，其中超期${tasks.filter(({ overdueDays }) => overdueDays > 0).length}项`,
    );
    const { campaign } = await get<SummaryAnswer>('/summary');
    expect(text).toContain(`关于${campaign?.title.zh ?? ''}工作进展情况的通报`);
    expect(text).toContain('第7期');
    expect(text).toContain(dayText('2026-10-30').zh);
  });

  test('a share of visits is never told without its days, in a template that names them or not', async () => {
    const { forms, made } = await county();
    for (const [body, said] of [
      ['督查覆盖率{coverageShare}。', '督查覆盖率25.0%（30天内）。'],
      ['督查覆盖率（{coverageDays}天内）{coverageShare}。', '督查覆盖率（30天内）25.0%。'],
    ] as const) {
      expect((await put(forms, changed({ body }), await base(forms))).status).toBe(200);
      expect((await made()).paragraphs.join('')).toContain(said);
    }
  });

  test('compares with the day its ranking is compared with, not with a meeting of the day itself', async () => {
    const { forms, get, made } = await county();
    const { last } = await forms.store.db.selectFrom('sequence').select('last').executeTakeFirstOrThrow();
    await write(forms.store, { actor: 'office', clock: clockAt('2026-10-30') }, async (tx) => {
      const frozen = { seq: last, shown: last, on: '2026-10-30', at: '2026-10-30T08:00:00.000Z' };
      const body = { title: '碰头会', heldOn: '2026-10-30', items: [], frozen, notes: {} };
      await putMeeting(tx, { id: crypto.randomUUID(), state: 'ended', body }, 'end');
    });
    const { since } = await get<ScoresAnswer>('/ranking');
    expect(since).not.toBe('2026-10-30');
    expect((await made()).paragraphs.join('')).toContain(`与${dayText(since).zh}相比`);
  });

  test('every table is the API’s list, its header repeated on each page', async () => {
    const { get, made } = await county();
    const { tables, repeatedHeaders } = await made();
    const { towns, villages } = await get<ScoresAnswer>('/ranking');
    const { rows } = await get<ListAnswer>('/layers/venue-schedule/list?class=overdue');
    const of = (header: string) => tables.find(([columns]) => columns?.join(' ').startsWith(header))?.slice(1) ?? [];
    expect(of('名次 乡镇 得分').map(([, name, score]) => [name, score])).toEqual(
      towns.map(({ name, score }) => [name, score === null ? '—' : score.toFixed(2).replace('-', '−')]),
    );
    expect(of('名次 乡镇 村（社区）').map(([, , name]) => name)).toEqual(
      villages.filter(({ last }) => last === 'within').map(({ name }) => name),
    );
    expect(of('序号 乡镇 村（社区） 超期天数').map(([, , name, days]) => [name, Number(days)])).toEqual(
      rows.map(({ name, value }) => [name, value]),
    );
    expect(repeatedHeaders).toBe(tables.length);
    expect(tables.flat(2)).toContain(longName);
  });

  test('the foot says who exported it and when, the day of the figures, and that it is internal', async () => {
    const { foot } = await (await county()).made();
    for (const part of [
      '内部使用',
      '数据截至：2026年10月30日',
      '导出：中共云岫县委组织部 组织一科 2026年10月30日 09:12',
    ])
      expect(foot).toContain(part);
  });

  test('while rankings are hidden nobody is ranked in it: neither table nor heading', async () => {
    const { forms, made } = await county();
    const before = await made();
    expect(before.headings).toContain('二、乡镇排名');
    await forms.send(office, 'PUT', '/ranking/switch', { id: crypto.randomUUID(), hidden: true });
    const { headings, tables, paragraphs } = await made();
    expect(headings).not.toContain('二、乡镇排名');
    expect(headings).not.toContain('三、排名靠后的村');
    expect(headings).toContain('四、超期的阵地');
    expect([...tables.flat(2), ...paragraphs].join('')).not.toContain('名次');
  });

  test('the office’s own template is a dated edition and words the next bulletin', async () => {
    const { forms, made } = await county();
    const body = changed({
      title: '督办通报（{day}）',
      body: '# 要点\n滞后{lateCount}个。\n## 说明\n{overdueTasks}',
      addressee: '',
    });
    expect((await put(forms, body, await base(forms))).status).toBe(200);
    const { paragraphs, headings } = await made();
    expect(paragraphs).toContain('督办通报（2026年10月30日）');
    expect(headings).toEqual(['要点', '说明']);
    expect((await forms.changes()).at(-1)).toMatchObject({ action: 'set', subject: 'edition' });
  });

  test('asked for in English it is English, until the office has words of its own: those stay in either', async () => {
    const { forms, get, made } = await county();
    const template = async (lang: Language) =>
      (await get<{ body: BulletinTemplate }>(`/editions/bulletin?lang=${lang}`)).body;
    expect([await template('zh'), await template('en')]).toEqual([defaultBulletin.zh, defaultBulletin.en]);
    const { county: venue } = await get<ValuesAnswer>('/layers/venue-schedule/values');
    const english = await made('7', 'en');
    expect(english.headings).toContain('2. Ranking of towns');
    expect(english.paragraphs.join('\n')).toContain(`Village centres (4 villages): ${venue.counts[0]} accepted`);
    expect(english.tables.map(([titles]) => titles?.join(' '))).toContain('Rank Town Score Change');
    const own = changed({ title: '督办通报', body: '# 要点\n滞后{lateCount}个。' });
    expect((await put(forms, own, await base(forms))).status).toBe(200);
    expect([await template('zh'), await template('en')]).toEqual([own, own]);
    expect((await made('7', 'en')).headings).toEqual(['要点']);
  });

  test('without its issue number is not made, unless the template has none', async () => {
    const { forms, made } = await county();
    await expect(made('')).rejects.toMatchObject({ code: 'bulletin-unnumbered' });
    const { body } = await forms.get(office, '/editions/bulletin');
    const other = { ...(body.body as object), number: '内部参阅' };
    expect((await put(forms, other, body.base)).status).toBe(200);
    expect((await made('')).paragraphs).toContain('内部参阅');
  });
  test('a name there is not is refused with a sentence that says which, and nothing is kept', async () => {
    const { forms } = await county();
    const before = await base(forms);
    const { status, body } = await put(forms, changed({ body: '共{villages}个村' }), before);
    expect(status).toBe(422);
    expect(body.faults[0]).toMatchObject({ field: 'body.body', code: 'placeholder-unknown' });
    expect(body.faults[0]?.text).toContain('{villages}');
    expect(await base(forms)).toBe(before);
  });

  test('the office sees what each name would say now; nobody else', async () => {
    const { forms, get } = await county();
    const { placeholders } = await get<PlaceholdersAnswer>('/bulletin/placeholders');
    expect(placeholders.map(({ name }) => name)).toEqual([...bulletinNames, ...bulletinTables]);
    expect(placeholders.find(({ name }) => name === 'villageCount')?.value).toBe('4');
    for (const viewer of [leader, finance, town])
      expect((await forms.get(viewer, '/bulletin/placeholders')).status).toBe(403);
  });
});
