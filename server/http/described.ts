import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { problemSchema } from '../layer/answer-schemas.ts';
import { refuseUnchecked } from './asked.ts';

/** An app whose parameters are checked strictly: what it does not know, and what is malformed, is refused by name. */
export function checkedApp(): OpenAPIHono {
  return new OpenAPIHono({ defaultHook: (result, c) => refuseUnchecked(result, c) });
}

interface Described<Query extends z.ZodRawShape, Params extends z.ZodRawShape> {
  path: string;
  summary: string;
  query: Query;
  params: Params;
  answer: z.ZodType;
  /** Media type of the answer; JSON when left out. */
  media?: string;
}

/** A route that reads: its parameters, its answer, and how it refuses, for the check and for OpenAPI alike. */
export function reading<Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape>({
  path,
  summary,
  query,
  params,
  answer,
  media = 'application/json',
}: Described<Query, Params> & { path: Path }) {
  const problem = { content: { 'application/problem+json': { schema: problemSchema } } };
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { query: z.strictObject(query), params: z.object(params) },
    responses: {
      200: { description: 'The answer', content: { [media]: { schema: answer } } },
      304: { description: 'The client has this version' },
      400: { description: 'A parameter is unknown or malformed', ...problem },
      404: { description: 'There is no such thing', ...problem },
    },
  });
}
