import { expect, test } from 'vitest';
import { townCommittee, townCommittees, townGovernment } from '../../server/words/town-body/rules.ts';

test.each([
  ['望岭镇', '望岭镇党委', '望岭镇政府'],
  ['石门乡', '石门乡党委', '石门乡政府'],
  ['城东街道', '城东街道党工委', '城东街道办事处'],
  ['城东街道办事处', '城东街道党工委', '城东街道办事处'],
  ['经济开发区', '经济开发区党工委', '经济开发区管委会'],
  ['循环经济产业园', '循环经济产业园党工委', '循环经济产业园管委会'],
  ['公园镇', '公园镇党委', '公园镇政府'],
])('the bodies of %s', (town, committee, government) =>
  expect([townCommittee(town), townGovernment(town)]).toEqual([committee, government]),
);

test.each([
  [['望岭镇', '双泉镇'], '各镇党委'],
  [['望岭镇', '石门乡'], '各乡镇党委'],
  [['石门乡'], '各乡党委'],
  [['望岭镇', '城东街道'], '各镇（街道）党（工）委'],
  [['望岭镇', '石门乡', '城东街道办事处'], '各乡镇（街道）党（工）委'],
  [['望岭镇', '城东街道', '经济开发区'], '各镇（街道、开发区）党（工）委'],
  [['城东街道', '城西街道'], '各街道党工委'],
  [[], '各镇党委'],
])('the towns %j together', (towns, said) => expect(townCommittees(towns)).toBe(said));
