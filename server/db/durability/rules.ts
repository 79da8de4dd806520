/**
 * 已保存的内容是否牢靠 — what a save that was confirmed outlives: `sure` a power cut and, where there is one, the change to a standby; `commit-late` not
 * even a power cut; `standby-late` the power cut, but a standby that takes over may lack it.
 */
export const durabilities = ['sure', 'commit-late', 'standby-late'] as const;
export type Durability = (typeof durabilities)[number];

/** PostgreSQL's settings, and how many standbys copy from it. */
interface PostgresCopies {
  synchronousCommit: string;
  synchronousStandbyNames: string;
  standbys: number;
}

/** `local` waits for no standby; a standby nobody is made to wait for copies when it can. */
export function durabilityOf({ synchronousCommit, synchronousStandbyNames, standbys }: PostgresCopies): Durability {
  if (synchronousCommit === 'off') return 'commit-late';
  const waits = synchronousStandbyNames.trim() !== '' && synchronousCommit !== 'local';
  return standbys > 0 && !waits ? 'standby-late' : 'sure';
}
