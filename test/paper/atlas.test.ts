import { expect, test } from 'vitest';
import type { DossierAnswer } from '../../server/dossier/answer.ts';
import type { LayersAnswer, ValuesAnswer } from '../../server/layer/answer.ts';
import { atlasAsked } from '../../server/paper/atlas/asked.ts';
import { atlasPdf } from '../../server/paper/atlas/atlas-pdf.ts';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { dayText } from '../../server/words/phrase.message.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { codeOf, finance, office, town, village } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { openPapers } from './county-papers.ts';
import { givenTo, longName, paperCounty } from './paper-county.ts';
import { coloursOf, type ReadPage, readPdf, unreadable } from './read-pdf.ts';

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

eachEngine('atlas', (open) => {
  async function made(asked: object = {}, viewer = office, lang: 'zh' | 'en' = 'zh') {
    const forms = await paperCounty(await open());
    const given = await givenTo(forms.store, viewer, lang);
    const atlas = async (more: object = asked, who = viewer) =>
      atlasPdf(who === viewer ? given : await givenTo(forms.store, who, lang), atlasAsked.parse(more));
    const { bytes } = await atlas();
    const get = async <Answer>(path: string, who = viewer) => (await forms.get(who, path)).body as unknown as Answer;
    return { forms, atlas, get, bytes, pages: await readPdf(bytes) };
  }
  const pageOf = (pages: ReadPage[], title: string) => {
    const found = pages.find(({ items }) =>
      squeezed(
        items
          .filter(({ y }) => y < 44)
          .map(({ text }) => text)
          .join(''),
      ).startsWith(title),
    );
    if (!found) throw new Error(`no page ${title}`);
    return found;
  };

  test('cover, contents, then a page a town and a village in official order; the contents lead to the pages they name', async () => {
    const { pages } = await made();
    const heads = pages.map(({ items }) =>
      squeezed(
        items
          .filter(({ y, height }) => y < 44 && height > 10.5)
          .map(({ text }) => text)
          .join(''),
      ),
    );
    const long = squeezed(`城关镇${longName}`);
    expect(heads).toEqual(['云岫县图册', '目录', '城关镇', '城关镇村3', '城关镇村4', long, '望岭镇', '望岭镇=7村']);
    expect(pages[1]?.links).toEqual([3, 4, 5, 6, 7, 8]);
    const numbers = pages[1]?.items
      .filter(({ text, y }) => /^\d+$/.test(text) && y < 800)
      .map(({ text }) => Number(text));
    expect(numbers).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test('every figure of a village page is the API’s at the same sequence', async () => {
    const { pages, get } = await made();
    const { layers } = await get<LayersAnswer>('/layers');
    for (const fid of [3, 4, 5, 7]) {
      const dossier = await get<DossierAnswer>(`/places/${codeOf(fid)}`);
      const { tasks } = await get<{ tasks: TaskAnswer[] }>(`/tasks?place=${codeOf(fid)}`);
      const { text } = pageOf(pages, squeezed(`${dossier.path[1]?.name}${dossier.place.name}`));
      const says = (part: string) => expect(text, part).toContain(squeezed(part));
      says(`代码${dossier.place.code}`);
      for (const { layer: id, class: of, why } of dossier.verdicts) {
        const layer = layers.find((one) => one.id === id);
        if (layer?.parent !== null) continue;
        says(`${layer.title.zh}${layer.classes.find((one) => one.id === of)?.letter.zh}`);
        says(why.zh);
      }
      if (dossier.venue) {
        const { items, milestones } = dossier.venue;
        says(`达标清单${items.filter(({ has }) => has).length}/${items.length}`);
        for (const { title, has } of items) says(`${has === null ? '—' : has ? '√' : '×'}${title.zh}`);
        for (const { title, plannedOn, doneOn, state } of milestones)
          says(
            `${title.zh}${plannedOn ? `计划${plannedOn}` : '未排计划'}${doneOn ? `实际${doneOn}` : state === 'passed' ? '未填报实际完成日期' : '未完成'}`,
          );
        for (const { lateDays: days, state } of milestones) {
          if (state === 'done-late') says(`超期${days}天完成`);
          if (state === 'late') says(`滞后${days}天`);
          if (state === 'overdue') says(`超期${days}天`);
        }
        says(`核定补助：${((dossier.venue.subsidyFen ?? 0) / 1e6).toFixed(2)}万元`);
      } else says('未报送');
      says(`督查与发现问题（${dossier.visits.length}次）`);
      for (const { findings } of dossier.visits) for (const { text: found } of findings) says(found);
      says(`交办事项（${tasks.length}项）`);
      for (const { title, unit, dueOn } of tasks) says(`${title}（${unit}，${dayText(dueOn).zh}前，整改中`);
    }
  });

  test('every figure of a town page is the API’s, and each village has its line', async () => {
    const { pages, get } = await made();
    const { layers } = await get<LayersAnswer>('/layers');
    const dossier = await get<DossierAnswer>('/places/990100100');
    const { text } = pageOf(pages, '城关镇');
    for (const layer of layers.filter(({ parent, level }) => parent === null && level === 'village')) {
      const rolled = dossier.rollUps.find((one) => one.layer === layer.id);
      const share = shareText(rolled?.share ?? null);
      const counts = layer.classes.map((cls, at) => `${cls.letter.zh}${cls.title.zh}${rolled?.counts[at]}`);
      expect(text).toContain(squeezed(`${layer.title.zh}${layer.rollUp.title.zh}${share}${counts.join('')}`));
    }
    expect(text).toContain('未销号交办事项（2项）');
    for (const name of ['村3', '村4', squeezed(longName)]) expect(text).toContain(name);
  });

  test('the cover’s legend counts what the API counts', async () => {
    const { pages, get } = await made({ layer: 'venue-checklist' });
    const { county } = await get<ValuesAnswer>('/layers/venue-checklist/values');
    const layer = (await get<LayersAnswer>('/layers')).layers.find(({ id }) => id === 'venue-checklist');
    const legend =
      layer?.classes.map((cls, at) => `${cls.letter.zh}${cls.title.zh}${county.counts[at]}`).join('') ?? '';
    expect(pages[0]?.text).toContain(squeezed(legend));
  });

  test.each([
    ['one village', { villages: [codeOf(4)] }, ['城关镇村4']],
    ['a list', { villages: [codeOf(7), codeOf(4)] }, ['云岫县图册', '目录', '城关镇村4', '望岭镇=7村']],
    ['towns alone', { pages: 'towns' }, ['云岫县图册', '目录', '城关镇', '望岭镇']],
    ['the villages in a class', { layer: 'venue-schedule', classes: ['silent'] }, [`城关镇${longName}`]],
  ])('of %s', async (_of, asked, heads) => {
    const { pages } = await made(asked);
    expect(pages).toHaveLength(heads.length);
    for (const head of heads) pageOf(pages, squeezed(head));
  });

  test('a town account makes an atlas of its own town alone; another place answers like one there is not', async () => {
    const { atlas, pages } = await made({}, town);
    expect(pages.some(({ text }) => text.includes('=7村'))).toBe(false);
    pageOf(pages, '城关镇');
    const refused = async (asked: object) =>
      atlas(asked).then(
        () => null,
        ({ code, values }) => ({ code, values: Object.keys(values) }),
      );
    for (const [foreign, missing] of [
      [{ villages: [codeOf(7)] }, { villages: [codeOf(99)] }],
      [{ town: '990100101' }, { town: '990100199' }],
    ] as const)
      expect(await refused(foreign)).toEqual(await refused(missing));
    const own = await readPdf((await atlas({}, village)).bytes);
    expect(own.some(({ text }) => text.includes('村3'))).toBe(false);
  });

  test('a department’s atlas tells its own items alone; an unannounced plan stands in nobody’s', async () => {
    const { pages } = await made({}, finance);
    expect(pages.some(({ text }) => text.includes('督查与发现问题') || text.includes('党组织：'))).toBe(false);
    const { pages: all } = await made();
    for (const { text } of all) expect(text).not.toMatch(/SEALED|2026年11月2日/);
  });

  test.each(['zh', 'en'] as const)(
    'nothing leaves its page or stands over another, with the longest name, in %s',
    async (lang) => {
      for (const ink of ['colour', 'grey']) {
        const { pages } = await made({ ink, address: 'http://10.1.2.3:8321' }, office, lang);
        for (const page of pages) expect(unreadable(page)).toEqual([]);
      }
    },
  );

  test('in black and white every class still has its own look: nothing is drawn in colour, letters stand on the map', async () => {
    const { bytes, get } = await made({ ink: 'grey' });
    for (const colour of await coloursOf(bytes)) {
      const parts = colour.match(/[0-9a-f]{2}/g)?.map((part) => Number.parseInt(part, 16)) ?? [];
      expect(Math.max(...parts) - Math.min(...parts), colour).toBeLessThan(16);
    }
    const { layers } = await get<LayersAnswer>('/layers');
    for (const { id, classes } of layers)
      expect(new Set(classes.map(({ letter }) => letter.zh)).size, id).toBe(classes.length);
    const [, , first] = await readPdf(bytes);
    const onMap = first?.items.filter(({ x, y, text }) => x > 300 && y < 250 && [...text].length === 1);
    expect(onMap?.map(({ text }) => text).sort()).toEqual(['未', '滞', '验'].sort());
  });

  test('it is told how far it is, and stops where it is told to', async () => {
    const forms = await paperCounty(await open());
    const given = await givenTo(forms.store, office);
    const steps: [number, number][] = [];
    await atlasPdf({ ...given, say: (done, of) => void steps.push([done, of]) }, atlasAsked.parse({}));
    expect(steps).toEqual([0, 1, 2, 3, 4, 5].map((n) => [n, 6]));
    const stopping = {
      ...given,
      say: () => {
        throw new Error('enough');
      },
    };
    await expect(atlasPdf(stopping, atlasAsked.parse({}))).rejects.toThrow('enough');
  });

  test('it is made in the background like every paper, and its export is in the log', async () => {
    const { made, store } = await openPapers(await open());
    const { paper, bytes } = await made(town, 'atlas', { town: '990100100' });
    expect(paper).toMatchObject({ state: 'done', title: '城关镇图册.pdf' });
    const pages = await readPdf(bytes);
    expect(pages[0]?.text).toContain('城关镇图册');
    const logged = await store.db.selectFrom('auditEvent').where('actor', '=', town.id).selectAll().execute();
    expect(logged.map(({ subject }) => subject)).toContain('城关镇图册');
  });
});
