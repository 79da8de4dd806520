import sharp from 'sharp';
import { expect, test } from 'vitest';
import { saveFile } from '../../server/db/files.ts';
import type { MeetingAnswer, StepAnswer } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { wayMarks } from '../../server/paper/compared.ts';
import { meetingPaper } from '../../server/paper/meeting-paper.ts';
import { minutesDocx } from '../../server/paper/minutes-docx.ts';
import { reviewPdf } from '../../server/paper/review/review-pdf.ts';
import { codeOf, office } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { givenTo, longName, paperCounty } from './paper-county.ts';
import { readDocx } from './read-docx.ts';
import { picturesOf, readPdf, unreadable } from './read-pdf.ts';

const squeezed = (text: string) => text.replaceAll(/\s/g, '');
const today = '2026-10-30';

eachEngine('papers of a meeting', (open) => {
  /** A meeting with an item of every kind, begun, with a decision and something said. */
  async function held() {
    const forms = await paperCounty(await open());
    const uuid = () => crypto.randomUUID();
    const item = (kind: AgendaItem['kind'], title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
      ...{ id: uuid(), kind, title, layer: null, place: null, text: null, minutes: 2, ...more },
    });
    const layer = 'venue-schedule';
    const drawn = sharp({ create: { width: 80, height: 40, channels: 3, background: '#884422' } });
    const picture = saveFile(forms.store.dataDir, new Uint8Array(await drawn.png().toBuffer()), 'png');
    const items = [
      item('view', '全县阵地建设', { layer }),
      item('view', '城关镇阵地建设', { layer, place: '990100100' }),
      item('place', '村4逐项点评', { layer, place: codeOf(4) }),
      item('place', '最长名称的村', { layer, place: codeOf(5) }),
      item('changes', '上次会议以来'),
      item('tasks', '未销号事项'),
      item('text', '会议要求', { text: '各镇党委要逐村逐项抓整改。'.repeat(60) }),
      item('view', '十月以来', { layer, search: `layer=${layer}&since=2026-10-01` }),
      item('picture', '现场照片', { picture }),
    ];
    const id = uuid();
    const body = { title: `${longName}调度会`, heldOn: today, items };
    await forms.send(office, 'PUT', `/meetings/${id}`, { id: uuid(), base: '', body });
    await forms.send(office, 'POST', `/meetings/${id}/move`, { id: uuid(), move: 'begin' });
    const decision = { id: uuid(), task: uuid(), item: items[2]?.id, place: codeOf(4), title: '十日内建成' };
    const given = { unit: '城关镇党委', personId: null, dueOn: '2026-11-09', about: 'venue' };
    const decided = await forms.send(office, 'POST', `/meetings/${id}/decisions`, { ...decision, ...given });
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    const paper = await meetingPaper(await givenTo(forms.store, office), id);
    const step = async (n: number) =>
      (await forms.get(office, `/meetings/${id}/items/${n}`)).body as unknown as StepAnswer;
    const meeting = (await forms.get(office, `/meetings/${id}`)).body as unknown as MeetingAnswer;
    return { paper, step, items, id, meeting };
  }

  test('the review book has a page an item, and each number on it is the frozen step’s', async () => {
    const { paper, step, items } = await held();
    const pages = await readPdf(await reviewPdf(paper, { lang: 'zh' }));
    expect(pages).toHaveLength(items.length);
    for (const [n, { title }] of items.entries()) {
      const { counts, facts, worst, place, previous, decided, changes } = await step(n);
      const text = pages[n]?.text ?? '';
      const says = (part: string) => expect(text, `${title}: ${part}`).toContain(squeezed(part));
      says(`${n + 1}.${title}`);
      for (const { title: name, count } of counts) says(`${name.zh}${count}`);
      for (const { title: name, value } of facts) says(`${name.zh}${value}`);
      for (const { name, town, why } of worst) says(`${town}${name}：${why.zh}`);
      if (place) says(`判定依据：${place.why.zh}`);
      for (const task of [...previous, ...decided]) says(task.title);
      for (const { up, down, aged } of changes?.layers ?? [])
        says(`好转${up.length}变差${down.length}随时间变化${aged.length}`);
      says('数据截至：2026年10月30日');
    }
  });

  test('a saved view of two days says what changed until the frozen day', async () => {
    const { paper, step } = await held();
    const { saved } = await step(7);
    const text = (await readPdf(await reviewPdf(paper, { lang: 'zh' })))[7]?.text ?? '';
    const moved = (saved?.compare?.changed ?? []).filter(({ way }) => wayMarks[way] !== '');
    expect(moved.length).toBeGreaterThan(0);
    const count = (which: string) => moved.filter(({ way }) => way === which).length;
    expect(text).toContain(
      `与2026年10月1日比较：好转${count('better')}变差${count('worse')}随时间变化${count('aged')}`,
    );
    for (const { name, town, way } of moved) expect(text).toContain(`${wayMarks[way]}${town}${name}`);
  });

  test('a picture stands on its own page under its title, and on no other', async () => {
    const { paper, items } = await held();
    const drawn = await picturesOf(await reviewPdf(paper, { lang: 'zh' }));
    expect(drawn).toEqual(items.map(({ kind }) => (kind === 'picture' ? ['80×40'] : [])));
  });

  test('a view of one town counts and draws its own villages', async () => {
    const { paper, step } = await held();
    const [county, town] = await readPdf(await reviewPdf(paper, { lang: 'zh' }));
    const total = async (n: number) => (await step(n)).counts.reduce((sum, { count }) => sum + count, 0);
    expect([await total(0), await total(1)]).toEqual([4, 3]);
    expect(town?.text).toContain('验验收合格1');
    expect(town?.text).toContain('建建成待验收0');
    expect(county?.text).toContain('建建成待验收1');
    // On the map of the county, above its legend, the towns are named.
    const drawn = (county?.items ?? []).filter(({ height }) => height < 8).map(({ text }) => text);
    for (const name of ['望岭镇', '城关镇']) expect(drawn).toContain(name);
  });

  test.each([
    ['colour', 'zh'],
    ['grey', 'zh'],
    ['colour', 'en'],
  ] as const)('nothing leaves its page or stands over another, in %s, %s', async (ink, lang) => {
    const { paper } = await held();
    for (const page of await readPdf(await reviewPdf(paper, { lang, ink }))) expect(unreadable(page)).toEqual([]);
  });

  test('the minutes have every decision with item, unit, person and limit, the header repeated, to be edited on', async () => {
    const { paper, id, meeting } = await held();
    const { tables, repeatedHeaders, headings, paragraphs, foot } = readDocx(await minutesDocx(paper, id, 'zh'));
    expect(tables).toEqual([
      [
        ['序号', '议题', '议定事项', '事项', '责任单位', '责任人', '完成时限'],
        ['1', '村4逐项点评', '交办', '十日内建成', '城关镇党委', '', '2026年11月9日'],
      ],
    ]);
    expect(repeatedHeaders).toBe(1);
    expect(headings).toEqual(['一、议定事项', '二、议程']);
    expect(paragraphs[0]).toBe(`云岫县${meeting.title}会议纪要`);
    expect(foot).toContain('内部使用 · 导出：中共云岫县委组织部 组织一科 2026年10月30日 09:12');
    // Where the item names no place, the decision says which it is of.
    const elsewhere = paper.tasks.map((task) => ({
      ...task,
      basis: task.basis && { ...task.basis, title: '全县进度' },
    }));
    const read = readDocx(await minutesDocx({ ...paper, tasks: elsewhere }, id, 'zh'));
    expect(read.tables[0]?.[1]?.slice(1, 4)).toEqual(['全县进度', '交办', '城关镇村4：十日内建成']);
  });
});
