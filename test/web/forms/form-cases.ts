import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** One form of the page: how it is shown, filled in and sent. */
export interface FormCase {
  /** What it is, and the piece it is shown as. */
  is: string;
  piece: string;
  /** What the page asks for to show it. */
  known?: Record<string, unknown>;
  /** Fills it in, up to the button. */
  fill(page: Page): Promise<void>;
  /** The button that sends it. */
  button: string;
  /** What leaves the page, beside the id of the save. */
  path: RegExp;
  method: string;
  body: object;
  /** Whether the server knows a save that came before by its id. */
  once?: false;
}

const into = (fields: Record<string, string>) => async (page: Page) => {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
};
/** An id the page mints. */
export const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}';
const limits = {
  venueLateDays: 7,
  visitFreshDays: 30,
  visitDueDays: 60,
  visitWindowDays: 90,
  linkageVisitsPerMonth: 1,
};
const thresholds = { ...limits, linkageNearDays: 7, reportStaleDays: 14, taskNearDays: 3 };
const rights = { 'make-screens': 'county', 'confirm-day': 'county', 'keep-views': 'own' };
const office = { viewer: { key: 'k1', rights, places: [] } };
const external = {
  ...{ place: '610000', kind: 'criticised', level: 'city', occurredOn: '2026-10-01', source: '市委办' },
  ...{ document: null, note: null, rank: null, of: null },
};
const areaChange = {
  ...{ change: 'c1', kind: 'rename', on: '2026-10-01', code: '610000000001', name: '乙村', town: '某镇', ended: null },
  ...{
    formerName: '甲村',
    formerTown: null,
    saved: { at: '2026-10-01T00:00:00Z', by: null },
    withdrawn: null,
    blocked: null,
  },
};
const running = {
  ...{ store: { state: 'ready', engine: 'sqlite', schema: 1, sizeBytes: 1 }, disk: { freeBytes: 1e10 } },
  ...{ backups: { at: null, ageHours: null, failed: null }, sessions: 1, streams: 1, unnamedProxies: [], version: '1' },
  clock: { today: '2026-10-20', now: '2026-10-20T01:00:00Z', fault: { is: 'behind', byHours: 30, refused: true } },
  startedAt: '2026-10-20T00:00:00Z',
};

/** Every form of the page that sends what it holds, beside those of signing in. */
export const forms: FormCase[] = [
  {
    ...{
      is: 'a new account',
      piece: 'account',
      button: '保存',
      method: 'POST',
      path: /^\/api\/accounts$/,
      once: false,
    },
    fill: into({ 姓名: '甲', 职务: '书记', 账号: ' jia ' }),
    body: {
      ...{ login: 'jia', name: '甲', post: '书记', unit: null, workPhone: null, role: 'leader', state: 'active' },
      ...{ places: [], subjects: [], teams: [] },
    },
  },
  {
    ...{ is: 'an account passed on', piece: 'pass-on', button: '交接', method: 'POST', once: false },
    path: /^\/api\/accounts\/a1\/pass-on$/,
    fill: into({ 姓名: '乙' }),
    body: { name: '乙', post: '书记', unit: '某镇', workPhone: null },
  },
  {
    ...{ is: 'an edition', piece: 'edition', button: '保存', method: 'PUT', path: /^\/api\/editions\/thresholds$/ },
    known: {
      '/api/editions/thresholds': {
        ...{
          kind: 'thresholds',
          base: 'b1',
          today: '2026-10-20',
          fromOn: '2026-08-17',
          body: thresholds,
          editions: [],
        },
      },
    },
    fill: into({ '阵地滞后转为超期（天）': '9' }),
    body: { base: 'b1', fromOn: '2026-10-20', body: { ...thresholds, venueLateDays: 9 }, confirm: false },
  },
  {
    ...{ is: 'a display of a meeting room', piece: 'screens', button: '新建会议屏', method: 'POST', once: false },
    path: /^\/api\/screens$/,
    known: { '/api/screens': { screens: [] }, '/api/session': office },
    fill: into({ 名称: ' 三楼 ' }),
    body: { title: '三楼', view: '' },
  },
  {
    ...{ is: 'the day of the server confirmed', piece: 'operations', method: 'POST', path: /^\/api\/clock\/confirm$/ },
    button: '确认今天是2026年10月20日',
    known: { '/api/operations': running, '/api/session': office },
    fill: async () => undefined,
    body: { today: '2026-10-20' },
  },
  {
    ...{ is: 'a new task', piece: 'new-task', button: '交办', method: 'PUT', path: RegExp(`^/api/tasks/${uuid}$`) },
    fill: into({ 事项: '修屋顶' }),
    body: {
      ...{ place: '610000000001', title: '修屋顶', unit: '某镇党委', personId: null, about: null, dueOn: '2026-10-20' },
      limit: { days: 5, kind: 'working' },
    },
  },
  {
    ...{ is: 'a task moved on', piece: 'task-move', button: '反馈', method: 'POST', path: /^\/api\/tasks\/t1\/move$/ },
    fill: into({ 整改情况: '已修好' }),
    body: { to: 'remedied', note: '已修好', meeting: null, dueOn: null, limit: null },
  },
  {
    ...{ is: 'a request agreed to', piece: 'proposal', button: '同意', method: 'PUT', path: /^\/api\/proposals\/p1$/ },
    fill: (page) => page.getByRole('button', { name: '同意', exact: true }).click(),
    body: { base: 'b1', decision: 'accepted', answer: null },
  },
  {
    ...{
      is: 'a request refused',
      piece: 'proposal',
      button: '不予同意',
      method: 'PUT',
      path: /^\/api\/proposals\/p1$/,
    },
    fill: async (page) => {
      await page.getByRole('button', { name: '不予同意' }).click();
      await page.getByLabel('不予同意的原因').fill('时间不够');
    },
    body: { base: 'b1', decision: 'refused', answer: '时间不够' },
  },
  {
    ...{ is: 'a stop that was not made', piece: 'stop', button: '保存', method: 'POST' },
    path: /^\/api\/route-plans\/r1\/outcomes$/,
    fill: async (page) => {
      await page.getByRole('button', { name: '未督查' }).click();
      await page.getByRole('button', { name: '道路不通' }).click();
    },
    body: { code: '610000000001', done: false, reason: '道路不通' },
  },
  {
    ...{ is: 'a stop that was made', piece: 'stop', button: '已督查', method: 'POST' },
    path: /^\/api\/route-plans\/r1\/outcomes$/,
    fill: async () => undefined,
    body: { code: '610000000001', done: true, reason: null },
  },
  {
    ...{ is: 'a result of superiors corrected', piece: 'external', button: '保存', method: 'PUT' },
    path: /^\/api\/ranking\/external\/e1$/,
    known: { '/api/areas': { county: { code: '610000', name: '某县' }, towns: [], villages: [] } },
    fill: into({ 文号: '1号' }),
    body: { base: 'b1', values: { ...external, document: '1号' }, before: external },
  },
  {
    ...{ is: 'a view kept', piece: 'saved-views', button: '保存当前视图', method: 'PUT' },
    path: RegExp(`^/api/views/${uuid}$`),
    known: { '/api/views': { views: [] }, '/api/session': office },
    fill: async (page) => {
      await page.getByRole('button', { name: '常用视图' }).click();
      await page.getByLabel('名称').fill('北片');
    },
    body: { title: '北片', search: '', shared: false },
  },
  {
    ...{ is: 'a view renamed', piece: 'saved-view', button: '确定', method: 'PUT', path: /^\/api\/views\/v1$/ },
    fill: async (page) => {
      await page.getByRole('button', { name: '改名' }).click();
      await page.getByLabel('名称').fill('新名');
    },
    body: { title: '新名', search: 'layer=venue', shared: false },
  },
  {
    ...{
      is: 'a view shared',
      piece: 'saved-view',
      button: '共享给全县 旧名',
      method: 'PUT',
      path: /^\/api\/views\/v1$/,
    },
    fill: async () => undefined,
    body: { title: '旧名', search: 'layer=venue', shared: true },
  },
  {
    ...{ is: 'a change of places withdrawn', piece: 'area-changes', button: '撤销变更', method: 'POST' },
    path: /^\/api\/areas\/changes\/c1\/withdraw$/,
    known: { '/api/areas/changes': { today: '2026-10-20', changes: [areaChange] } },
    fill: async (page) => {
      await page.getByRole('button', { name: '撤销变更' }).click();
      await page.getByLabel('撤销原因').fill(' 登记有误 ');
    },
    body: { reason: '登记有误' },
  },
  {
    ...{ is: 'a task given in a meeting', piece: 'assign', button: '确定', method: 'POST' },
    path: /^\/api\/meetings\/m1\/decisions$/,
    fill: into({ 责任单位: '某镇政府' }),
    body: {
      ...{ task: expect.stringMatching(uuid), item: 'i1', place: '610000000001', about: null, title: '修屋顶' },
      ...{ unit: '某镇政府', dueOn: '2026-10-27', personId: null },
    },
  },
  {
    ...{ is: 'a task given as it was proposed', piece: 'assign', button: '确定', method: 'POST' },
    path: /^\/api\/meetings\/m1\/decisions$/,
    fill: async () => undefined,
    body: {
      ...{ task: expect.stringMatching(uuid), item: 'i1', place: '610000000001', about: null, title: '修屋顶' },
      ...{ unit: '某镇党委', dueOn: '2026-10-27', personId: null },
    },
  },
  {
    ...{ is: 'a limit set anew in a meeting', piece: 'limit', button: '确定', method: 'POST' },
    path: /^\/api\/tasks\/t1\/move$/,
    fill: into({ 完成时限: '2026-11-03' }),
    body: { to: 'assigned', dueOn: '2026-11-03', note: null, meeting: 'm1' },
  },
  {
    ...{ is: 'a task signed off in a meeting', piece: 'sign', button: '确定', method: 'POST' },
    path: /^\/api\/tasks\/t1\/move$/,
    fill: (page) => page.locator('[data-part="sign-unanswered"] input').fill(' 已看过 '),
    body: { to: 'closed', dueOn: null, note: '已看过', meeting: 'm1' },
  },
  {
    ...{ is: 'a decision taken back', piece: 'take-back', button: '撤销', method: 'POST' },
    path: /^\/api\/tasks\/t1\/take-back$/,
    fill: async () => undefined,
    body: { meeting: 'm1' },
  },
];
