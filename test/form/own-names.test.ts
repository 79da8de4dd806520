import { beforeEach, describe, expect, test } from 'vitest';
import { defaultChecklist } from '../../server/campaign/default-editions.message.ts';
import { editionFaults } from '../../server/campaign/rules.ts';
import { newId } from '../../server/db/id.ts';
import { meet } from '../../server/save/three-way/rules.ts';
import { fill } from '../../server/words/fill.ts';
import { sentence } from '../../server/words/phrase.message.ts';
import { fill as fillOnScreen } from '../../web/ui/format.ts';
import { eachEngine } from '../store/engines.ts';
import { codeOf, type Forms, office, openForms } from './county-forms.ts';

/** Names every object of the language answers to without anybody having put them there. */
const foreign = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

eachEngine('a name nobody put there is no field of a form', (open) => {
  let forms: Forms;
  beforeEach(async () => {
    forms = await openForms(await open());
  });

  test.each(foreign.slice(0, -1))('an item %s is refused by its name', async (name) => {
    const path = `/places/${codeOf(4)}/forms/venue`;
    const { values, base } = (await forms.get(office, path)).body;
    const items = { ...(values.items as object), [name]: true };
    const sent = { id: newId(), base, before: values, values: { ...values, items }, confirm: true, reason: '补齐' };
    const { status, body } = await forms.send(office, 'PUT', path, sent);
    expect(status).toBe(422);
    expect(body.faults).toContainEqual(expect.objectContaining({ field: `items.${name}`, code: 'item-unknown' }));
  });

  test.each(foreign.slice(0, -1))('a function %s is refused by its name', async (name) => {
    const path = `/places/${codeOf(4)}/forms/responsible`;
    const { values, base } = (await forms.get(office, path)).body;
    const named = { name: '甲', post: null, unit: null, workPhone: null };
    const sent = { id: newId(), base, before: values, values: { ...values, [name]: named } };
    const { status, body } = await forms.send(office, 'PUT', path, sent);
    expect(status).toBe(422);
    expect(JSON.stringify(body.faults)).toContain(name);
  });
});

describe('two people’s changes of fields with such names meet like all others', () => {
  test.each(foreign)('%s', (name) => {
    const of = (value: object) => JSON.parse(JSON.stringify(Object.fromEntries([[name, value]])));
    const [known, mine, theirs] = [{}, { a: 1 }, of({ b: 2 })];
    const { merged, conflicts } = meet(known, mine, theirs);
    expect([JSON.stringify(merged), conflicts]).toEqual([`{"a":1,"${name}":{"b":2}}`, []]);
  });
});

test.each(foreign)('a checklist cannot call an item %s: every village centre would have it', (key) => {
  const items = [...defaultChecklist, { key, group: 'haves' as const, title: { zh: '甲', en: 'A' } }];
  expect(editionFaults('checklist', items)).toEqual([
    { field: `body.${defaultChecklist.length}.key`, code: 'code-malformed' },
  ]);
});

test.each(foreign)('a sentence with {%s} is not filled with what no value stands for', (name) => {
  expect(fill(`甲{${name}}乙`, {})).toBe('甲乙');
  expect(sentence(`甲{${name}}乙`, '', {}).zh).toBe('甲乙');
  expect(fillOnScreen(`甲{${name}}乙`, {})).toBe(`甲{${name}}乙`);
});
