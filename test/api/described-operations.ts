import type { createApp } from '../../server/app.ts';
import type { Action } from '../../server/rights/rights.message.ts';

/** A JSON schema as far as the description of the API uses it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** A route as it is described. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  action: Action | 'public' | undefined;
  /** Names of its parameters in the query. */
  query: string[];
  /** Its JSON body; null where it takes none. */
  body: Schema | null;
}

interface Written {
  'x-action'?: Action | 'public';
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every route of the API in the order of its description, and the schemas it names. */
export function describedOperations(app: ReturnType<typeof createApp>): {
  operations: Operation[];
  schemas: Record<string, Schema>;
} {
  const told = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } });
  const methods = ['get', 'post', 'put', 'delete'] as const;
  const operations = Object.entries(told.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const written = (item as Record<string, Written | undefined>)[method];
      if (!written) return [];
      return [
        {
          method: method.toUpperCase() as Operation['method'],
          path,
          action: written['x-action'],
          query: (written.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
          body: written.requestBody?.content['application/json']?.schema ?? null,
        },
      ];
    }),
  );
  return { operations, schemas: (told.components?.schemas ?? {}) as Record<string, Schema> };
}
