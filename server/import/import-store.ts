import type { Transaction } from '../change/write.ts';
import type { Store } from '../db/open.ts';

/** 导入 — one import as kept: when, by whom, from which files, and its report as JSON. */
export interface ImportKept {
  id: string;
  at: string;
  actor: string;
  files: string[];
  report: string;
}

/** Imports, newest first. */
export async function readImports(store: Store): Promise<ImportKept[]> {
  const rows = await store.db.selectFrom('import').selectAll().orderBy('at', 'desc').execute();
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
