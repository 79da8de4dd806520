import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, inTurn, openStage, refusal, type Sent, type Shown, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const [title, unit, level] = ['事项', '责任单位', '级别'];
const save = (shown: Shown) => shown.page.getByRole('button', { name: '保存' });
const phase = ({ page }: Shown, is: string) => page.locator('output', { hasText: new RegExp(`^${is}$`) }).waitFor();
const focused = ({ page }: Shown) =>
  expect.poll(() =>
    page.evaluate(() => document.activeElement?.closest('.field')?.querySelector('label')?.textContent),
  );
const ids = (sent: Sent[]) => sent.map(({ body }) => body.id);
const faults = (...faults: { field: string; text: string; confirmable?: boolean; reasoned?: boolean }[]) =>
  refusal('form-faulty', 422, '有几处不能保存。', { faults });

describe('a form sends', () => {
  test('what stands in it with Enter, once, and tells that it is saved', async () => {
    const shown = await stage.show('plain', () => ({ body: {} }));
    await shown.page.getByLabel(title).fill('修屋顶');
    await shown.page.getByLabel(level).selectOption('city');
    await shown.page.getByLabel(unit).press('Enter');
    await phase(shown, 'saved');
    expect(shown.sent.map(({ body }) => body)).toMatchObject([{ title: '修屋顶', unit: '', place: 'city' }]);
    expect(await shown.told()).toEqual(['saved']);
  });
  test('once for a double press, and nothing typed meanwhile gets between', async () => {
    let answer: (said: Answer) => void = () => undefined;
    const shown = await stage.show('plain', () => new Promise<Answer>((resolve) => (answer = resolve)));
    await shown.page.getByLabel(title).fill('修屋顶');
    await save(shown).dblclick();
    await phase(shown, 'sending');
    expect(await save(shown).isDisabled()).toBe(true);
    await shown.page.getByLabel(title).press('End');
    await shown.page.keyboard.type('和墙');
    expect(await shown.page.getByLabel(title).inputValue()).toBe('修屋顶');
    answer({ body: {} });
    await phase(shown, 'saved');
    expect(shown.sent).toHaveLength(1);
  });
});

describe('the id of a save', () => {
  test('stays where nobody answered and the same is sent again, changes with the content, and is a new one once saved', async () => {
    const shown = await stage.show('plain', inTurn('away', 'away', { body: {} }));
    await shown.page.getByLabel(title).fill('甲');
    await save(shown).click();
    await phase(shown, 'away');
    await save(shown).click();
    await expect.poll(() => shown.sent.length).toBe(2);
    await phase(shown, 'away');
    await shown.page.getByLabel(title).fill('乙');
    await phase(shown, 'editing');
    await save(shown).click();
    await phase(shown, 'saved');
    await save(shown).click();
    await expect.poll(() => shown.sent.length).toBe(4);
    const [first, again, other, anew] = ids(shown.sent);
    expect(again).toBe(first);
    expect(new Set([first, other, anew]).size).toBe(3);
  });
  test('stays with the draft: opened anew after nobody answered, the same is sent under the same id', async () => {
    const of = { owner: 'p1', place: '1', form: 'plain' };
    const shown = await stage.show('plain', inTurn('away', { body: {} }), { of });
    await shown.page.getByLabel(title).fill('甲');
    await save(shown).click();
    await phase(shown, 'away');
    expect(await shown.page.getByRole('alert').innerText()).toContain('已保留在本机');
    await shown.again();
    expect(await shown.page.getByLabel(title).inputValue()).toBe('甲');
    await save(shown).click();
    await phase(shown, 'saved');
    expect(new Set(ids(shown.sent)).size).toBe(1);
    await shown.again();
    expect(await shown.page.getByLabel(title).inputValue()).toBe('');
  });
});

describe('what is wrong', () => {
  test('stands below its field, which takes the keyboard; what has no field is said with the sentence', async () => {
    const answer = faults({ field: 'unit', text: '请填责任单位。' }, { field: 'elsewhere', text: '镇里另有一件。' });
    const shown = await stage.show('plain', () => answer);
    await shown.page.getByLabel(title).fill('甲');
    await save(shown).click();
    await phase(shown, 'refused');
    await focused(shown).toBe(unit);
    const field = shown.page.getByLabel(unit);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const said = await field.getAttribute('aria-describedby');
    expect(await shown.page.locator(`[id="${said}"]`).innerText()).toBe('请填责任单位。');
    expect(await shown.page.getByRole('alert').innerText()).toBe('有几处不能保存。 镇里另有一件。');
  });
  test('is wrong no more once it is typed anew; what else is wrong stays so', async () => {
    const both = faults({ field: 'title', text: '请填事项。' }, { field: 'unit', text: '请填责任单位。' });
    const shown = await stage.show('plain', () => both);
    await save(shown).click();
    await focused(shown).toBe(title);
    await shown.page.getByLabel(title).fill('甲');
    await expect.poll(() => shown.page.locator('[data-part="form-fault"]').allInnerTexts()).toEqual(['请填责任单位。']);
  });
  test('of a choice stands below it', async () => {
    const shown = await stage.show('plain', () => faults({ field: 'level', text: '没有这一级。' }));
    await save(shown).click();
    await focused(shown).toBe(level);
  });
  test.each([
    [
      'the sentence of the server, also where a password is wrong',
      refusal('sign-in-wrong', 401, '账号或口令不对。'),
      'refused',
    ],
    ['that nobody is signed in any more', refusal('sign-in-needed', 401, '请先登录。'), 'signed-out'],
    ['that nobody answered', 'away' as const, 'away'],
  ])('is said in one place: %s', async (_, answer, is) => {
    const shown = await stage.show('plain', () => answer);
    await save(shown).click();
    await phase(shown, is);
    const said = {
      refused: '账号或口令不对。',
      'signed-out': '请先登录。',
      away: '无法连接服务器。请检查网络后重试。',
    }[is];
    expect(await shown.page.getByRole('alert').allInnerTexts()).toEqual([said]);
  });
});

describe('a form that was typed in', () => {
  const typed = async () => {
    const shown = await stage.show('plain', () => ({ body: {} }));
    await shown.page.getByLabel(title).fill('甲');
    return shown;
  };
  test('asks before it is left, and stays with what was typed', async () => {
    const shown = await typed();
    await shown.page.getByRole('button', { name: '取消' }).click();
    await shown.page.getByRole('alertdialog').getByRole('button', { name: '继续填写' }).click();
    expect(await shown.page.getByLabel(title).inputValue()).toBe('甲');
    expect(await shown.told()).toEqual([]);
  });
  test('drops it where that is said', async () => {
    const shown = await typed();
    await shown.page.getByRole('button', { name: '取消' }).click();
    await shown.page.getByRole('button', { name: '放弃修改' }).click();
    expect(await shown.told()).toEqual(['cancelled']);
    expect(await shown.page.getByLabel(title).inputValue()).toBe('');
  });
  test('is not closed unasked', async () => {
    const shown = await typed();
    const asked = shown.page.waitForEvent('dialog');
    await shown.page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });
  test('asks nothing where nothing was changed, or it was changed back', async () => {
    const shown = await typed();
    await shown.page.getByLabel(title).fill('');
    await shown.page.getByRole('button', { name: '取消' }).click();
    expect(await shown.told()).toEqual(['cancelled']);
  });
});
