import { dayText } from '../words/day.message.ts';
import { filledIn } from '../words/placeholder/rules.ts';
import type { Text } from '../words/text.ts';
import type { Amount, Condition } from './condition.ts';
import type { Register, RegisterState } from './declaration.ts';
import { type FieldValue, fieldValue, type Judging, type RecordValues } from './rules.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
/** What stands for a field left blank. */
const blank = t('未填报', 'left blank');
const listed = (texts: readonly Text[], zh: string, en: string): Text =>
  t(texts.map((one) => one.zh).join(zh), texts.map((one) => one.en).join(en));
const filled = ({ zh, en }: Text, values: Record<string, Text>): Text =>
  t(
    filledIn(zh, values, (value, whole) => value?.zh ?? whole),
    filledIn(en, values, (value, whole) => value?.en ?? whole),
  );

/** 字段的话 — a value of a field as it is read: days in words, options by their titles, money as 万元 and yuan, a checklist by what it lacks. */
export function valueText({ fields }: Register, id: string, value: FieldValue): Text {
  const kind = fields[id]?.kind;
  if (kind === undefined || value === null || value === '') return blank;
  switch (kind.is) {
    case 'day':
    case 'worked-day':
      return dayText(String(value));
    case 'flag':
      return value === true ? t('是', 'yes') : t('否', 'no');
    case 'choice':
      return kind.options.find((one) => one.id === value)?.title ?? blank;
    case 'whole':
      return t(`${value}${kind.unit.zh}`, `${value} ${kind.unit.en}`);
    case 'money': {
      const yuan = Number(value) / 100;
      const said = yuan.toLocaleString('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: 2 });
      return t(`${(yuan / 10_000).toFixed(2)}万元`, `¥${said}`);
    }
    case 'checklist': {
      const has = typeof value === 'object' ? value : {};
      const titled = (said: boolean) =>
        kind.items.filter((one) => Object.hasOwn(has, one.id) && has[one.id] === said).map(({ title }) => title);
      const [there, lacking] = [titled(true), titled(false)];
      if (there.length + lacking.length === 0) return blank;
      if (lacking.length === 0 && there.length === kind.items.length) return t('齐全', 'all there');
      return listed(
        [
          ...(there.length > 0 ? [listed(there, '、', ', ')] : []),
          ...(lacking.length > 0
            ? [listed([t('缺', 'lacking '), listed(lacking.map(withoutHas), '、', ', ')], '', '')]
            : []),
        ],
        '；',
        '; ',
      );
    }
    default:
      return t(String(value), String(value));
  }
}

/** 有党旗 lacking is 缺党旗. */
const withoutHas = ({ zh, en }: Text): Text => t(zh.replace(/^有/, ''), en);

const limitsAsTexts = (limits: Judging['limits']): Record<string, Text> =>
  Object.fromEntries(Object.entries(limits).map(([id, number]) => [id, t(String(number), String(number))]));

/** What a state is called where the county's limits are these. */
export const stateTitle = ({ title }: RegisterState, limits: Judging['limits']): Text =>
  filled(title, limitsAsTexts(limits));

/** 判定依据 — why a record is in its state, from its own fields. */
export function stateWhy(register: Register, state: RegisterState, values: RecordValues, { limits }: Judging): Text {
  const said = Object.keys(register.fields).map((id) => [
    id,
    valueText(register, id, fieldValue(register, values, id, limits)),
  ]);
  return filled(state.why, { ...limitsAsTexts(limits), ...Object.fromEntries(said) });
}

/** 口径 — a condition in words, its limits as the county has set them. */
export function conditionText(register: Register, one: Condition, limits: Judging['limits']): Text {
  const inner = (of: Condition) => {
    const said = conditionText(register, of, limits);
    return of.is === 'all' || of.is === 'any' ? t(`（${said.zh}）`, `(${said.en})`) : said;
  };
  if (one.is === 'all') return listed(one.of.map(inner), '，且', ' and ');
  if (one.is === 'any') return listed(one.of.map(inner), '，或', ' or ');
  if (one.is === 'not') return notText(inner(one.of));
  const title = register.fields[one.field]?.title ?? t(one.field, one.field);
  const [zh, en] = [`“${title.zh}”`, `“${title.en}”`];
  const number = (amount: Amount) => String(typeof amount === 'number' ? amount : (limits[amount.limit] ?? '—'));
  switch (one.is) {
    case 'set':
      return t(`已填报${zh}`, `${en} is filled in`);
    case 'empty':
      return t(`未填报${zh}`, `${en} is left blank`);
    case 'yes':
      return t(`${zh}为“是”`, `${en} is yes`);
    case 'no':
      return t(`${zh}为“否”`, `${en} is no`);
    case 'complete':
      return t(`${zh}齐全`, `${en} is complete`);
    case 'among': {
      const titles = one.options.map((id) => valueText(register, one.field, id));
      return t(`${zh}为${listed(titles, '或', ' or ').zh}`, `${en} is ${listed(titles, '或', ' or ').en}`);
    }
    case 'least':
    case 'most': {
      const than = amountText(register, one.field, number(one.than));
      return one.is === 'least'
        ? t(`${zh}${than.zh}以上`, `${en} is ${than.en} or more`)
        : t(`${zh}${than.zh}以内`, `${en} is ${than.en} or less`);
    }
    case 'reached':
      return t(`${zh}已到`, `${en} has come`);
    case 'past': {
      const days = number(one.days);
      return days === '0'
        ? t(`${zh}已过`, `${en} is past`)
        : t(`${zh}已过超过${days}天`, `${en} is more than ${daysOf(days)} past`);
    }
    case 'within': {
      const days = number(one.days);
      return days === '0'
        ? t(`${zh}为当日`, `${en} is today`)
        : t(`距${zh}${days}天以内`, `${en} is within ${daysOf(days)}`);
    }
    case 'beyond':
      return t(`距${zh}超过${number(one.days)}天`, `${en} is more than ${daysOf(number(one.days))} ahead`);
    default: {
      const other = register.fields[one.other]?.title ?? t(one.other, one.other);
      return one.is === 'before'
        ? t(`${zh}早于“${other.zh}”`, `${en} is before “${other.en}”`)
        : t(`${zh}晚于“${other.zh}”`, `${en} is after “${other.en}”`);
    }
  }
}

const notText = ({ zh, en }: Text) => t(`不满足：${zh}`, `it does not hold that ${en}`);
const daysOf = (number: string) => `${number} ${number === '1' ? 'day' : 'days'}`;

/** A number to compare with, in the unit of its field. */
function amountText(register: Register, field: string, number: string): Text {
  const numeric = Number(number);
  return Number.isFinite(numeric) ? valueText(register, field, numeric) : t(number, number);
}
