import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createTable, createVersioned } from './columns.ts';

/** The first schema: the sequence, places, what is recorded of them, people, editions, imports. */
export async function createFirst(db: Kysely<Tables>): Promise<void> {
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
      source: 'text?',
    },
    ['seq'],
  );
  await db.schema.createIndex('change_at').on('change').columns(['at', 'seq']).execute();
  await db.schema.createIndex('change_place').on('change').columns(['placeId', 'seq']).execute();
  await db.schema.createIndex('change_subject').on('change').columns(['subjectId', 'seq']).execute();
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
      subsidyFen: 'money?',
      subsidyPaidFen: 'money?',
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
  for (const name of ['venue', 'organisation', 'visitPlace'])
    await db.schema.createIndex(`${name}_area`).on(name).columns(['areaId', 'since']).execute();
}
