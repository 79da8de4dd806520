import { expect, test } from 'vitest';
import { fullName } from '../../geodata/area/suffix.zh.ts';
import { putAreas } from '../../server/area/area-actions.ts';
import { write } from '../../server/change/write.ts';
import { bulletinDocx } from '../../server/paper/bulletin/bulletin-docx.ts';
import { tasksLedger } from '../../server/paper/tasks-ledger.ts';
import { office } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';
import { area, clockAt } from '../store/sample-records.ts';
import { givenTo, longName, paperCounty } from './paper-county.ts';
import { readDocx } from './read-docx.ts';
import { readLedger } from './read-xlsx.ts';

test.each([
  ['后马家沟', '后马家沟村村民委员会', '后马家沟村'],
  ['花园', '花园村民委员会', '花园村'],
  ['花园', '花园村委会', '花园村'],
  ['花园', '花园社区居民委员会', '花园社区'],
  ['花园', '花园居委会', '花园社区'],
  ['花园', '花园行政村', '花园村'],
  ['花园', '花园村', '花园村'],
  ['予村', '予村民委员会', '予村'],
  ['花园', null, '花园'],
  ['城关农场', '城关农场', '城关农场'],
])('%s, officially %s, is %s on paper', (name, official, full) => expect(fullName(name, official)).toBe(full));

eachEngine('a paper calls a village by its full name, without a blank behind its town', (open) => {
  async function county() {
    const forms = await paperCounty(await open());
    await write(forms.store, { actor: 'office', clock: clockAt('2026-10-30') }, (tx) =>
      putAreas(tx, [area(4, { officialName: '村4村民委员会' })]),
    );
    return forms;
  }

  test('in the tables of a bulletin', async () => {
    const { store } = await county();
    const { tables } = readDocx((await bulletinDocx(await givenTo(store, office, 'zh'), { issue: '7' })).bytes);
    const cells = tables.flat(2);
    expect(cells).toContain('村4村');
    expect(cells).not.toContain('村4');
    expect(cells.filter((cell) => /[镇乡] /.test(cell))).toEqual([]);
  });

  test('in the ledger of tasks', async () => {
    const { store } = await county();
    const every = { town: '', unit: '', state: '', meeting: '' };
    const { bytes } = await tasksLedger(await givenTo(store, office, 'zh'), every);
    const [sheet] = (await readLedger(bytes)).sheets;
    expect(sheet?.rows.map((row) => row[2])).toEqual(['村4村', longName, '=7村']);
  });
});
