import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { saveFile } from '../../server/db/files.ts';
import type { MeetingAnswer, StepAnswer } from '../../server/meeting/answer.ts';
import type { AgendaItem } from '../../server/meeting/rules.ts';
import { cutTo, fitted, linesIn } from '../../server/paper/slides/fit.ts';
import { codeOf, office } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { openPapers } from './county-papers.ts';

const long = '云岫县城关镇新时代文明实践所党群服务中心村级活动场所标准化规范化建设项目';

interface ReadSlide {
  text: string;
  shapes: { text: string; w: number; h: number; size: number }[];
  tables: number;
  pictures: number;
  charts: number[][];
}

/** What a deck says, slide by slide, as its XML has it; boxes in inches, sizes in points. */
function readDeck(bytes: Uint8Array): ReadSlide[] {
  const files = unzipSync(bytes);
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const slides = Object.keys(files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  return slides
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .map((path) => {
      const slide = xml(path);
      const said = (part: string) =>
        [...part.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text.replaceAll('&amp;', '&')).join('');
      const relations = xml(path.replace('slides/', 'slides/_rels/').concat('.rels'));
      const charts = [...relations.matchAll(/charts\/(chart\d+\.xml)/g)].map(([, chart]) => {
        const values = /<c:val>.*?<\/c:val>/s.exec(xml(`ppt/charts/${chart}`))?.[0] ?? '';
        return [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value));
      });
      const shapes = [...slide.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([shape]) => {
        const [, w, h] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape) ?? [];
        const sizes = [...shape.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100);
        return { text: said(shape), w: Number(w) / 914_400, h: Number(h) / 914_400, size: Math.max(...sizes, 0) };
      });
      return {
        text: said(slide),
        shapes,
        charts,
        tables: slide.split('<a:tbl>').length - 1,
        pictures: slide.split('<p:pic>').length - 1,
      };
    });
}

eachEngine('slides', (open) => {
  async function deck() {
    const papers = await openPapers(await open());
    const meeting = (await papers.get(office, `/meetings/${papers.meeting}`)).body as unknown as MeetingAnswer;
    const { paper, bytes } = await papers.made(office, 'slides', { meeting: papers.meeting });
    const steps: StepAnswer[] = [];
    for (const number of meeting.items.keys())
      steps.push(
        (await papers.get(office, `/meetings/${papers.meeting}/items/${number}`)).body as unknown as StepAnswer,
      );
    return { ...papers, paper, steps, slides: readDeck(bytes), bytes };
  }

  test('are one an item after a cover, with the figures the API gives for the same item, as text, tables and charts', async () => {
    const { steps, slides } = await deck();
    expect(slides).toHaveLength(steps.length + 1);
    expect(slides[0]?.text).toContain('调度会');
    for (const [at, step] of steps.entries()) {
      const slide = slides[at + 1];
      if (!slide) throw new Error('no slide');
      expect(slide.text).toContain(`${at + 1}. ${step.item.title}`);
      for (const { title, count } of step.counts) expect(slide.text).toContain(`${title.zh}${count}`);
      if (step.counts.some(({ count }) => count > 0))
        expect(slide.charts).toEqual([step.counts.map(({ count }) => count).toReversed()]);
      if (step.place)
        for (const said of [step.place.name, step.place.state.zh, step.place.why.zh])
          expect(slide.text).toContain(said);
      for (const { title, value } of step.facts) expect(slide.text).toContain(`${title.zh}${value}`);
      if (step.facts.length + step.counts.length > 0) expect(slide.tables).toBe(1);
    }
  });

  test('hold the map as their one picture, its legend as words whose counts add up; no slide is one picture', async () => {
    const { steps, slides, bytes } = await deck();
    for (const [at, step] of steps.entries()) {
      const slide = slides[at + 1];
      expect(slide?.pictures ?? 0).toBeLessThanOrEqual(1);
      expect(slide?.text.length).toBeGreaterThan(30);
      if (!step.values || step.changes) continue;
      expect(slide?.pictures).toBe(1);
      const legend = slide?.shapes.flatMap(({ text }) => /^(\S+) (\S+) (\d+)$/.exec(text)?.[3] ?? []) ?? [];
      expect(legend.reduce((sum, count) => sum + Number(count), 0)).toBe(step.values.classes.length);
    }
    const pictures = Object.keys(unzipSync(bytes)).filter((path) => path.endsWith('.png'));
    const maps = new Set(steps.flatMap(({ values, changes, item }) => (values && !changes ? [item.layer] : [])));
    expect(pictures).toHaveLength(maps.size);
    expect(maps.size).toBeLessThan(steps.length);
  });

  test('tell what changed, what is open, what was written, shown and said, each as large as the slide has room', async () => {
    const papers = await openPapers(await open());
    const { made, send, get, store } = papers;
    const uuid = () => crypto.randomUUID();
    const bytes = new Uint8Array(
      await sharp({ create: { width: 80, height: 40, channels: 3, background: '#884422' } })
        .png()
        .toBuffer(),
    );
    const picture = saveFile(store.dataDir, bytes, 'png');
    const item = { layer: null, place: null, text: null, minutes: 2 };
    const [words, shown, still, changed] = [uuid(), uuid(), uuid(), uuid()];
    const items: AgendaItem[] = [
      { ...item, id: words, kind: 'text', title: '要求', text: '各镇党委书记亲自抓' },
      { ...item, id: shown, kind: 'picture', title: '现场', text: '村4施工现场', picture },
      { ...item, id: still, kind: 'tasks', title: '未销号' },
      { ...item, id: changed, kind: 'changes', title: '变化' },
    ];
    const meeting = uuid();
    const body = { title: '调度会', heldOn: '2026-10-30', items };
    expect((await send(office, 'PUT', `/meetings/${meeting}`, { id: uuid(), base: '', body })).status).toBe(200);
    await send(office, 'POST', `/meetings/${meeting}/move`, { id: uuid(), move: 'begin' });
    const decision = { title: '限期封顶', unit: '城关镇党委', personId: null, dueOn: '2026-11-06', about: 'venue' };
    const decided = { id: uuid(), task: uuid(), item: words, place: codeOf(4), ...decision };
    expect((await send(office, 'POST', `/meetings/${meeting}/decisions`, decided)).status).toBe(200);
    const note = { id: uuid(), item: words, note: '书记要求一周一报' };
    expect((await send(office, 'POST', `/meetings/${meeting}/note`, note)).status).toBe(200);
    const deck = (await made(office, 'slides', { meeting })).bytes;
    const [, first, second, third, last] = readDeck(deck);
    expect(first?.text).toContain('各镇党委书记亲自抓');
    expect(first?.text).toContain('本次议定事项城关镇村4  限期封顶（城关镇党委，2026年11月6日前） 整改中');
    expect([first?.pictures, second?.pictures]).toEqual([0, 1]);
    expect(second?.text).toContain('村4施工现场');
    expect(third?.text).toContain('未销号事项（1项）城关镇村4  限期封顶');
    const { changes } = (await get(office, `/meetings/${meeting}/items/3`)).body as unknown as StepAnswer;
    for (const { title, up, down, aged } of changes?.layers ?? [])
      expect(last?.text).toContain(`${title.zh}：好转${up.length} 变差${down.length} 随时间变化${aged.length}`);
    const files = unzipSync(deck);
    const notes = Object.keys(files).filter((path) => path.includes('notesSlides/notesSlide'));
    expect(notes.map((path) => strFromU8(files[path] ?? new Uint8Array())).join()).toContain('书记要求一周一报');
  });

  test('say on every slide who exported them and when, and the day of the figures', async () => {
    const { slides } = await deck();
    for (const { text } of slides) {
      expect(text).toContain('内部使用 · 导出：县委组织部 2026年10月30日');
      expect(text).toContain('数据截至：2026年10月30日');
    }
  });

  test('keep the longest names in their boxes', async () => {
    const { made, send, get } = await openPapers(await open());
    const uuid = () => crypto.randomUUID();
    const { items } = (await get(office, '/meetings/proposed?template=weekly')).body as unknown as {
      items: AgendaItem[];
    };
    const place = items.find((item) => item.kind === 'place' && item.place === codeOf(4));
    const meeting = uuid();
    const body = { title: long, heldOn: '2026-10-30', items: place ? [{ ...place, title: long + long }] : [] };
    expect((await send(office, 'PUT', `/meetings/${meeting}`, { id: uuid(), base: '', body })).status).toBe(200);
    await send(office, 'POST', `/meetings/${meeting}/move`, { id: uuid(), move: 'begin' });
    const slides = readDeck((await made(office, 'slides', { meeting })).bytes);
    expect(slides).toHaveLength(2);
    for (const { shapes } of slides)
      for (const { text, w, h, size } of shapes.filter((shape) => shape.text !== '' && shape.h > 0.3))
        expect((linesIn(text, w, size) * size * 1.25) / 72, text).toBeLessThanOrEqual(h + 0.35);
    expect(slides[1]?.text).toContain(long.slice(0, 33));
  });
});

describe('text in a box', () => {
  const box = { w: 4, h: 0.65 };
  test.each([
    ['县', 24],
    [long.slice(0, 33), 11],
  ])('%s is set as large as it fits', (text, atLeast) => {
    const size = fitted(text, box, { size: 24, least: 8 });
    expect(size).toBeGreaterThanOrEqual(atLeast === 24 ? 24 : 8);
    expect((linesIn(text, box.w, size) * size * 1.25) / 72).toBeLessThanOrEqual(box.h);
  });
  test('what fits at no size is cut and says so', () => {
    const cut = cutTo(long.repeat(9), box, 11);
    expect(cut.endsWith('…')).toBe(true);
    expect((linesIn(cut, box.w, 11) * 11 * 1.25) / 72).toBeLessThanOrEqual(box.h);
    expect(cutTo('县', box, 11)).toBe('县');
  });
});
