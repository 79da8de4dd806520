import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createApp } from '../../server/app.ts';
import { areasSchema } from '../../server/area/answer.ts';
import { dossierSchema } from '../../server/dossier/answer.ts';
import { healthSchema } from '../../server/http/health-schema.ts';
import { problemSchema } from '../../server/http/schema-parts.ts';
import { layersSchema, valuesSchema } from '../../server/layer/answer.ts';
import { listSchema, summarySchema, visitsSchema } from '../../server/list/answer.ts';
import { openViewer } from '../../server/person/open-viewer.ts';
import { rankingSchema } from '../../server/ranking/answer.ts';
import { searchSchema } from '../../server/search/answer.ts';
import { eachEngine } from '../store/engines.ts';
import { fillCounty } from './small-county.ts';

interface Operation {
  responses: Record<string, { content?: object }>;
  parameters?: object[];
}
type Described = Record<string, Record<string, Operation>>;

eachEngine('the description of the API', (open) => {
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    const store = await open();
    await fillCounty(store);
    app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks: async () => openViewer });
  });

  test.each<[string, z.ZodType]>([
    ['/api/areas', areasSchema],
    ['/api/areas?asOf=2026-01-01', areasSchema],
    ['/api/layers', layersSchema],
    ['/api/layers/venue-schedule/values', valuesSchema],
    ['/api/layers/inspection-linkage/values', valuesSchema],
    ['/api/layers/venue-subsidy/list', listSchema],
    ['/api/layers/organisation-turnaround/list?lang=en', listSchema],
    ['/api/layers/inspection-coverage/list', listSchema],
    ['/api/layers/inspection-linkage/list', listSchema],
    ['/api/rankings?layer=inspection-coverage', rankingSchema],
    ['/api/rankings?layer=inspection-linkage', rankingSchema],
    ['/api/summary', summarySchema],
    ['/api/summary?asOf=2026-01-01', summarySchema],
    ['/api/visits', visitsSchema],
    ['/api/search?q=c3', searchSchema],
    ['/api/places/990100', dossierSchema],
    ['/api/places/990100100', dossierSchema],
    ['/api/places/990100000003', dossierSchema],
    ['/api/places/990100000005', dossierSchema],
    ['/api/health', healthSchema],
    ['/api/places/none', problemSchema],
    ['/api/areas?asOf=x', problemSchema],
  ])('%s answers just what is described', async (path, schema) => {
    const answer = await (await app.request(path)).json();
    expect(schema.parse(answer)).toEqual(answer);
  });

  describe('in OpenAPI', () => {
    test('every route names its parameters, its answer and its refusals', async () => {
      const document = (await (await app.request('/api/openapi.json')).json()) as { openapi: string; paths: Described };
      expect(document.openapi).toBe('3.1.0');
      for (const [path, { get }] of Object.entries(document.paths)) {
        if (!get) continue;
        expect(Object.keys(get.responses['200']?.content ?? {}), path).toHaveLength(1);
        for (const status of ['400', '404'])
          expect(Object.keys(get.responses[status]?.content ?? {}), path).toEqual(['application/problem+json']);
        const named = (get.parameters ?? []).map((parameter) => (parameter as { name: string }).name);
        for (const [, name] of path.matchAll(/\{(\w+)\}/g)) expect(named, path).toContain(name);
      }
    });

    test('every reference leads somewhere', async () => {
      const text = await (await app.request('/api/openapi.json')).text();
      const schemas = Object.keys(JSON.parse(text).components.schemas);
      for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) expect(schemas).toContain(name);
      expect(schemas).toEqual(expect.arrayContaining(['Areas', 'Layers', 'Values', 'List', 'Dossier', 'Problem']));
    });
  });

  test('a workbook of every layer opens, in both languages', async () => {
    const { layers } = (await (await app.request('/api/layers')).json()) as { layers: { id: string }[] };
    for (const { id } of layers)
      for (const lang of ['zh', 'en']) {
        const answer = await app.request(`/api/layers/${id}/list.xlsx?lang=${lang}`);
        expect(answer.headers.get('content-type')).toContain('spreadsheetml');
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''/);
        expect(new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 2))).toBe('PK');
      }
  });

  test('the words of a list follow the language asked for', async () => {
    const cells = async (lang: string) =>
      (
        (await (await app.request(`/api/layers/venue-stage/list?town=990100101&lang=${lang}`)).json()) as {
          rows: { cells: Record<string, unknown> }[];
        }
      ).rows[0]?.cells;
    expect(await cells('zh')).toMatchObject({ stage: '建成' });
    expect(await cells('en')).toMatchObject({ stage: 'Built' });
  });
});
