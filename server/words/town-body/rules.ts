/** 街道, and zones run by a committee (开发区, 园区 …), are agencies of the county: they have a 党工委 and no government of their own. */
const street = /街道(办事处)?$/;
const zone = /(开发区|高新区|工业区|示范区|管理区|管委会|园区?)$/;

/** 党委 or 党工委 of a town by its name. */
export const townCommittee = (town: string): string =>
  `${town.replace(/办事处$/, '')}${street.test(town) || zone.test(town) ? '党工委' : '党委'}`;

/** 政府, 办事处 or 管委会 of a town by its name. */
export function townGovernment(town: string): string {
  if (street.test(town)) return town.endsWith('办事处') ? town : `${town}办事处`;
  if (zone.test(town)) return town.endsWith('管委会') ? town : `${town}管委会`;
  return `${town}政府`;
}

/** All of a county's towns as a bulletin addresses them: 各镇党委, 各乡镇党委, and 各镇（街道）党（工）委 where there are 街道 or zones. */
export function townCommittees(towns: readonly string[]): string {
  const streets = towns.some((town) => street.test(town));
  const zones = towns.some((town) => zone.test(town));
  const plain = towns.filter((town) => !street.test(town) && !zone.test(town));
  const rural = plain.some((town) => town.endsWith('乡'));
  const whole = plain.length === 0 ? '' : !rural ? '镇' : plain.every((town) => town.endsWith('乡')) ? '乡' : '乡镇';
  const other = [streets ? '街道' : '', zones ? '开发区' : ''].filter(Boolean).join('、');
  if (other === '') return `各${whole || '镇'}党委`;
  return whole === '' ? `各${other}党工委` : `各${whole}（${other}）党（工）委`;
}
