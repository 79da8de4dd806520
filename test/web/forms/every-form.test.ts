import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forms, uuid } from './form-cases.ts';
import { inTurn, openStage, refusal, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe.each(forms)('$is', ({ piece, known = {}, fill, button, path, method, body, once = true }) => {
  test('is sent once for a double press, says why it was refused, and is sent again as the same save', async () => {
    const write = inTurn(refusal('not-now', 409, '不能保存：现在不行。'), {
      body: { address: '/s#1', seq: 1, base: 'b2' },
    });
    const { page, sent } = await stage.show(piece, (asked) =>
      asked.method === 'GET' ? { body: known[asked.path] ?? {} } : write(),
    );
    await fill(page);
    const send = page.getByRole('button', { name: button, exact: true });
    await send.dblclick();
    await page.getByText('不能保存：现在不行。').waitFor();
    expect(sent).toHaveLength(1);
    await send.click();
    await expect.poll(() => sent.length).toBe(2);
    for (const one of sent) {
      expect([one.method, one.path]).toEqual([method, expect.stringMatching(path)]);
      const { id, ...said } = one.body;
      expect(said).toEqual(body);
      if (once) expect(id).toMatch(RegExp(`^${uuid}$`));
    }
    expect(sent[1]).toEqual(sent[0]);
    await page.getByText('不能保存：现在不行。').waitFor({ state: 'detached' });
  });
});
