import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** One step of the schema, forward only. A released step is never edited; a change is a new step. */
export interface Migration {
  version: number;
  up(db: Kysely<Tables>): Promise<void>;
}

type Shape = Record<string, 'text' | 'text?' | 'integer' | 'integer?' | 'real'>;

async function createTable(db: Kysely<Tables>, name: string, columns: Shape, key: string[]): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const type = kind.startsWith('text') ? 'text' : kind === 'real' ? 'double precision' : 'integer';
    table = table.addColumn(column, type, (made) => (kind.endsWith('?') ? made : made.notNull()));
  }
  await table.addPrimaryKeyConstraint(`${name}_key`, key).execute();
}

const versioned = { since: 'integer', until: 'integer?' } as const;

async function createVersioned(db: Kysely<Tables>, name: string, columns: Shape, key: string[]): Promise<void> {
  await createTable(db, name, { ...columns, ...versioned }, [...key, 'since']);
  await sql`create index ${sql.id(`${name}_now`)} on ${sql.table(name)} (${sql.ref(key[0] ?? 'id')}) where until is null`.execute(
    db,
  );
}

async function createFirst(db: Kysely<Tables>): Promise<void> {
  await createTable(
    db,
    'change',
    {
      seq: 'integer',
      at: 'text',
      recordedAt: 'text',
      actor: 'text',
      action: 'text',
      subject: 'text',
      subjectId: 'text',
      placeId: 'text?',
      importId: 'text?',
    },
    ['seq'],
  );
  await db.schema.createIndex('change_at').on('change').columns(['at', 'seq']).execute();
  await db.schema.createIndex('change_place').on('change').columns(['placeId', 'seq']).execute();
  await createTable(db, 'sequence', { one: 'integer', last: 'integer' }, ['one']);
  await db.insertInto('sequence').values({ one: 1, last: 0 }).execute();
  await createTable(db, 'setting', { name: 'text', value: 'text' }, ['name']);
  await createTable(db, 'import', { id: 'text', at: 'text', actor: 'text', files: 'text', report: 'text' }, ['id']);
  await createTable(
    db,
    'person',
    { id: 'text', name: 'text?', post: 'text?', unit: 'text?', workPhone: 'text?', position: 'integer?' },
    ['id'],
  );
  await createPlaces(db);
  await createRecords(db);
}

async function createPlaces(db: Kysely<Tables>): Promise<void> {
  await createVersioned(
    db,
    'area',
    {
      id: 'text',
      fid: 'integer',
      kind: 'text',
      code: 'text',
      name: 'text',
      officialName: 'text?',
      type: 'text?',
      parentId: 'text?',
      position: 'integer',
      fromOn: 'text',
      toOn: 'text?',
    },
    ['id', 'fromOn'],
  );
  const real = {
    areaM2: 'real',
    labelLon: 'real',
    labelLat: 'real',
    west: 'real',
    south: 'real',
    east: 'real',
    north: 'real',
  } as const;
  await createVersioned(db, 'areaShape', { id: 'text', ...real }, ['id']);
  await createVersioned(
    db,
    'mapEdition',
    {
      id: 'text',
      tiles: 'text',
      plain: 'text',
      boundaries: 'text',
      groundImage: 'text?',
      groundTiles: 'text?',
      groundPlain: 'text?',
      groundBounds: 'text?',
      west: 'real',
      south: 'real',
      east: 'real',
      north: 'real',
    },
    ['id'],
  );
  await createVersioned(
    db,
    'linkage',
    { id: 'text', leaderId: 'text', townId: 'text', fromOn: 'text', toOn: 'text?' },
    ['id'],
  );
  await createVersioned(db, 'responsibility', { id: 'text', areaId: 'text', function: 'text', personId: 'text' }, [
    'id',
  ]);
  await createVersioned(db, 'edition', { kind: 'text', fromOn: 'text', body: 'text' }, ['kind', 'fromOn']);
}

async function createRecords(db: Kysely<Tables>): Promise<void> {
  await createVersioned(
    db,
    'venue',
    {
      id: 'text',
      areaId: 'text',
      stage: 'text',
      items: 'text',
      milestones: 'text',
      organisationAcceptedOn: 'text?',
      financeAcceptedOn: 'text?',
      subsidyFen: 'integer?',
      subsidyPaidFen: 'integer?',
      reportedOn: 'text',
    },
    ['id'],
  );
  await createVersioned(
    db,
    'organisation',
    {
      id: 'text',
      areaId: 'text',
      name: 'text',
      field: 'text',
      screenedOn: 'text?',
      namedBy: 'text?',
      namedOn: 'text?',
      problems: 'text',
      leaderId: 'text?',
      groupHeadId: 'text?',
      groupUnits: 'text',
      guidingUnit: 'text?',
      stationedOn: 'text?',
      signedOffOn: 'text?',
      reportedOn: 'text',
    },
    ['id'],
  );
  await createVersioned(
    db,
    'visit',
    {
      id: 'text',
      number: 'text',
      occurredOn: 'text',
      state: 'text',
      level: 'text',
      announced: 'integer',
      team: 'text?',
      leaderId: 'text?',
      reportedOn: 'text',
    },
    ['id'],
  );
  await createVersioned(db, 'visitPlace', { visitId: 'text', areaId: 'text', findings: 'text' }, ['visitId', 'areaId']);
}

/** Every step from an empty store to this product's schema, in order. */
export const migrations: Migration[] = [{ version: 1, up: createFirst }];
