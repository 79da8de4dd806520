import { comparedName, writtenName } from '../../geodata/area/plain-name.ts';
import { calledNames, townStem, villageStem } from '../../geodata/area/suffix.zh.ts';
import type { SearchAnswer } from './answer.ts';
import { matchName, type NameMatch, type ReadName } from './match-name.ts';
import { oneAway } from './one-away.ts';
import { plainQuery, readingOf, readingsOf } from './reading.ts';

/** A place as it is looked for; `town` is the name of a village's town. */
export interface SearchPlace {
  fid: number;
  code: string;
  name: string;
  officialName: string | null;
  kind: 'county' | 'town' | 'village';
  town: string | null;
  formerNames: string[];
}

type Hit = SearchAnswer['hits'][number];

/** One name a place goes by: `since` is where the name itself begins when its town's stands before it. */
interface Known extends ReadName {
  text: string;
  former: boolean;
  since: number;
}
interface Indexed {
  place: SearchPlace;
  names: Known[];
  /** Forms a miswritten query is held against: name, stem and their pinyin. */
  forms: { text: string; signs: string[]; letters: string }[];
}
export type SearchIndex = Indexed[];

const mostHits = 12;
/** Letters of pinyin below which one wrong letter could mean anything. */
const fewestLetters = 5;

/** Names with all ways to type them. `places` in official order, which decides between equals. */
export function buildSearchIndex(places: SearchPlace[]): SearchIndex {
  return places.map((place) => {
    const { name, officialName, town, formerNames, kind } = place;
    const stem = kind === 'village' ? villageStem(name) : townStem(name);
    const own = [name, officialName].filter((one) => one !== null);
    const called = kind === 'village' ? calledNames(name, officialName) : [];
    const paper =
      town === null
        ? []
        : [town, townStem(town)].flatMap((before) => [
            known(before + name, false, { before }),
            ...called.map((as) => known(before + name, false, { before, as: before + as })),
          ]);
    return {
      place,
      names: [
        ...own.map((one) => known(one, false)),
        ...called.map((as) => known(name, false, { as })),
        ...formerNames.map((one) => known(one, true)),
        ...new Map(paper.map((one) => [one.characters.join(''), one])).values(),
      ],
      forms: [...new Set([...own, stem, ...formerNames])].map((text) => ({
        text,
        signs: [...comparedName(text)],
        letters: readingOf(writtenName(text)),
      })),
    };
  });
}

/** A name to be met; `as` is what it is met by where that is not how it is written, `before` the town at its beginning. */
function known(text: string, former: boolean, { as = text, before = '' } = {}): Known {
  const written = [...writtenName(as).toLowerCase()];
  const since = [...writtenName(before)].length;
  return { text, former, since, characters: [...comparedName(as)], readings: written.map(readingsOf) };
}

/**
 * Places a query means, best first, at most twelve: names before pinyin before initials, whole before beginning before middle, today's
 * before former. Only when nothing fits, names one character (or one letter of pinyin) away. Digits are a code's beginning.
 */
export function search(index: SearchIndex, q: string): Hit[] {
  const query = plainQuery(q);
  if (query === '') return [];
  const found = index.flatMap((one) => direct(one, query) ?? []);
  const hits = found.length > 0 ? found : index.flatMap((one) => near(one, query) ?? []);
  return hits
    .toSorted((a, b) => a.cost - b.cost || a.length - b.length)
    .slice(0, mostHits)
    .map(({ hit }) => hit);
}

interface Weighed {
  hit: Hit;
  cost: number;
  length: number;
}

function hitOf({ fid, code, name, kind, town }: SearchPlace, how: Hit['how'], matched: string): Hit {
  return { fid, code, name, kind, town, matched, how };
}

function direct({ place, names }: Indexed, query: string): Weighed | null {
  if (/^\d{2,}$/.test(query) && place.code.startsWith(query))
    return { hit: hitOf(place, 'code', place.code), cost: place.code === query ? 0 : 5, length: place.code.length };
  let best: Weighed | null = null;
  for (const name of names) {
    const met = matchName(name, query);
    if (!met || met.to <= name.since || (name.since > 0 && met.from > 0)) continue;
    const cost = costOf(name, met);
    if (best && best.cost <= cost) continue;
    best = { hit: hitOf(place, name.former ? 'former' : met.how, name.text), cost, length: name.characters.length };
  }
  return best;
}

/** 0 whole, 1 beginning, 2 middle of a name; pinyin 3 and initials 6 more, a former name a half. */
function costOf({ characters, former }: Known, { how, from, to }: NameMatch): number {
  const part = from > 0 ? 2 : to < characters.length ? 1 : 0;
  return part + { name: 0, pinyin: 3, initials: 6 }[how] + (former ? 0.5 : 0);
}

/** A miswritten name: the same sound first, then one character or letter wrong. Shorter queries than two characters mean nothing. */
function near({ place, forms }: Indexed, query: string): Weighed | null {
  const signs = [...query];
  const written = /\p{Script=Han}/u.test(query);
  if (written ? signs.length < 2 : signs.length < fewestLetters) return null;
  const sound = written ? readingOf(query) : query;
  let best: Weighed | null = null;
  for (const form of forms) {
    const cost = written ? miswritten(form, signs, sound) : mistyped(form.letters, sound);
    if (cost === null || (best && best.cost <= cost)) continue;
    best = { hit: hitOf(place, 'near', form.text), cost, length: form.signs.length };
  }
  return best;
}

function miswritten({ signs, letters }: Indexed['forms'][number], query: string[], sound: string): number | null {
  if (letters === sound) return 0;
  if (oneAway(signs, query)) return signs.length === query.length ? 1 : 2;
  if (letters.startsWith(sound)) return 3;
  return query.length > 2 && oneAway(signs.slice(0, query.length), query) ? 4 : null;
}

function mistyped(letters: string, query: string): number | null {
  if (oneAway([...letters], [...query])) return 0;
  return oneAway([...letters.slice(0, query.length)], [...query]) ? 2 : null;
}
