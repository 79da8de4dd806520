import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';
import type { View } from '../rights/view.ts';

/** 导入 — one import as kept: when, by whom, from which files, and its report as JSON. */
export interface ImportKept {
  id: string;
  at: string;
  actor: string;
  files: string[];
  report: string;
}

/** Imports known to the view, newest first. They are the county's: who sees only some places sees none. */
export async function readImports(store: Store, view: View): Promise<ImportKept[]> {
  if (view.user.places !== 'county') return [];
  const rows = await store.db
    .selectFrom('import')
    .innerJoin('change', 'change.subjectId', 'import.id')
    .where('change.subject', '=', 'import')
    .where('change.seq', '<=', view.seq)
    .selectAll('import')
    .orderBy('change.seq', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, files: JSON.parse(row.files) as string[] }));
}

/** Keeps the import with the change that says so. */
export async function recordImport(tx: Transaction, { files, ...kept }: ImportKept): Promise<void> {
  tx.change({ action: 'import', subject: 'import', subjectId: kept.id, placeId: null });
  await tx.db
    .insertInto('import')
    .values({ ...kept, files: JSON.stringify(files) })
    .execute();
}
