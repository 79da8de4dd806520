/** A place as a record names it. `formerly`: the name of one since merged into it, where the record is of that; `town` is empty where it is a town. */
interface Named {
  name: string;
  formerly: string | null;
  town: string;
}

/** A place with the name the record knew it by: 乙村（原丙村）. */
export function placeName({ name, formerly }: Pick<Named, 'name' | 'formerly'>, lang: 'zh' | 'en'): string {
  if (formerly === null) return name;
  return lang === 'zh' ? `${name}（原${formerly}）` : `${name} (formerly ${formerly})`;
}

/** The same with its town ahead, where it is a village: 望岭镇后马家沟村 without a blank, as an office writes it. */
export const townAndPlace = (place: Named, lang: 'zh' | 'en'): string =>
  [place.town, placeName(place, lang)].filter(Boolean).join(lang === 'zh' ? '' : ' ');

/** A place that goes by its name of today, with its town ahead. */
export const placeLine = ({ town, name }: Pick<Named, 'town' | 'name'>, lang: 'zh' | 'en'): string =>
  townAndPlace({ town, name, formerly: null }, lang);
