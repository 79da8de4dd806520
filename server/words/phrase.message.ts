import type { LayerClass } from '../layer/layer.ts';
import type { LocalDate } from '../rights/view.ts';
import { dayText } from './day.message.ts';
import { filledIn } from './placeholder/rules.ts';
import type { Text } from './text.ts';

export { dayText };

/** How many in English: 1 visit, 2 visits. */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

type Values = Record<string, Text | string | number>;

/** A sentence not put together yet. A class, since thousands of pairs of own getters would cost more than all the judging. */
class Sentence implements Text {
  readonly #templates: Text;
  readonly #values: Values;

  constructor(templates: Text, values: Values) {
    this.#templates = templates;
    this.#values = values;
  }

  get zh(): string {
    return this.#said('zh');
  }

  get en(): string {
    return this.#said('en');
  }

  toJSON(): Text {
    return { zh: this.zh, en: this.en };
  }

  #said(lang: 'zh' | 'en'): string {
    return filledIn(this.#templates[lang], this.#values, (value) => {
      if (value === undefined) return '';
      return typeof value === 'object' ? value[lang] : String(value);
    });
  }
}

/**
 * A sentence in both languages; each `{name}` is filled with a text, a number or a word. It is put together when it is read: a county is judged
 * in thousands of sentences of which a screen asks for a few.
 */
export const sentence = (zh: string, en: string, values: Values = {}): Text => new Sentence({ zh, en }, values);

/** Several things said, one after the other. */
export const allOf = (said: readonly Text[]): Text => ({
  zh: said.map(({ zh }) => zh).join('；'),
  en: said.map(({ en }) => en).join('; '),
});

const ledgers = {
  venue: { zh: '阵地建设台账', en: 'village centre ledger' },
  organisation: { zh: '党组织台账', en: 'Party organisation ledger' },
  inspection: { zh: '督查记录', en: 'inspection log' },
};
const reported = {
  venue: new Map<LocalDate, Text>(),
  organisation: new Map<LocalDate, Text>(),
  inspection: new Map<LocalDate, Text>(),
};

/** Where a fact was reported, at the end of every sentence. */
export function reportedText(noun: keyof typeof ledgers, on: LocalDate): Text {
  const known = reported[noun].get(on);
  if (known) return known;
  const values = { day: dayText(on), ledger: ledgers[noun] };
  const said = sentence('（来源：{day}{ledger}）', ' (source: {ledger} of {day})', values);
  reported[noun].set(on, said);
  return said;
}

/** 未报送 — the class of every layer for places nothing was reported of. */
export const silent: LayerClass = {
  id: 'silent',
  title: { zh: '未报送', en: 'Not reported' },
  lamp: 'silent',
  hatch: 'dots',
  letter: { zh: '未', en: '?' },
};

/** Why a place is grey. */
export function silentText(noun: 'venue' | 'organisation', on: LocalDate): Text {
  return noun === 'venue'
    ? sentence('截至{day}未报送阵地建设台账。', 'Nothing reported on this village centre as of {day}.', {
        day: dayText(on),
      })
    : sentence('截至{day}未报送党组织排查结果。', 'No screening of this organisation reported as of {day}.', {
        day: dayText(on),
      });
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** An instant in words: 2026年3月5日18:00. */
export function instantText(at: Date): Text {
  const { zh, en } = dayText(localDay.format(at));
  return { zh: `${zh}${timeOfDay.format(at)}`, en: `${en}, ${timeOfDay.format(at)}` };
}
