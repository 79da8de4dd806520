/** Who a person answers for: the units that person speaks for, by the names they are written with. */
export interface Answering {
  /** The person’s own unit, as the account names it: a department, a town’s committee. */
  units: string[];
  /** Names of the person’s towns (望岭镇). */
  towns: string[];
  /** The person’s villages, each with the name of its town. */
  villages: { name: string; town: string }[];
  personId: string | null;
}

const townEndings = [
  '',
  '党委',
  '党工委',
  '委员会',
  '人民政府',
  '政府',
  '办事处',
  '管委会',
  '管理委员会',
  '党政办公室',
  '党政办',
];
const villageEndings = [
  '',
  '党支部',
  '党总支',
  '党委',
  '村委会',
  '村民委员会',
  '居委会',
  '居民委员会',
  '委员会',
  '“两委”',
  '两委',
];
const bare = (name: string) => name.replace(/\s+/g, '').replace(/^(中共|中国共产党)/, '');

/**
 * 责任单位是不是自己 — whether a task given to `unit` (of several named side by side, one) is one’s own to answer. A town and a village are known by
 * their names with the committee or government behind; a department by its name, with or without 县. That a task is about one’s place does not make it one’s own.
 */
export function isOwnUnit(unit: string, { units, towns, villages }: Omit<Answering, 'personId'>): boolean {
  const english = towns.flatMap((town) => [`Party committee of ${town}`, `Town office of ${town}`]);
  const own = new Set([
    ...units.flatMap((name) => [bare(name), bare(name).replace(/^[县区市旗]/, '')]),
    ...towns.flatMap((town) => townEndings.map((ending) => `${bare(town)}${ending}`)),
    ...villages.flatMap(({ name, town }) =>
      villageEndings.flatMap((ending) =>
        namesOf(name).flatMap((one) => [`${one}${ending}`, `${bare(town)}${one}${ending}`]),
      ),
    ),
  ]);
  return (
    english.includes(unit.trim()) ||
    unit.split(/[、，,；;/]/).some((part) => own.has(bare(part)) || own.has(bare(part).replace(/^[县区市旗](?=.)/, '')))
  );
}

/** A village with and without its 村. */
const namesOf = (name: string) => (/[村社区]$/.test(name) ? [bare(name)] : [bare(name), `${bare(name)}村`]);

/** Whether a task is one’s own: of one’s unit, or one’s own as a person. */
export function isOwnTask(task: { unit: string; personId: string | null }, answering: Answering): boolean {
  return (task.personId !== null && task.personId === answering.personId) || isOwnUnit(task.unit, answering);
}
