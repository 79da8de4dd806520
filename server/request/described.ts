import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { believedHeader } from '../http/believed.ts';
import { takesLong } from '../http/heavy.ts';
import { problemSchema } from '../http/schema-parts.ts';
import { keepsSent } from '../http/sent.ts';
import type { Asked } from '../rights/rights.message.ts';
import { refuseUnchecked } from './asked.ts';
import { allowed } from './who.ts';

/** An app whose parameters are checked strictly: what it does not know, and what is malformed, is refused by name. */
export function checkedApp(): OpenAPIHono {
  return new OpenAPIHono({ defaultHook: (result, c) => refuseUnchecked(result, c) });
}

const problem = { content: { 'application/problem+json': { schema: problemSchema } } };
const refused = {
  400: { description: 'A parameter is unknown or malformed', ...problem },
  401: { description: 'Nobody is signed in', ...problem },
  403: { description: 'Not allowed to this role or for this place', ...problem },
  404: { description: 'There is no such thing', ...problem },
} as const;

/** Checked before any route, for all of them alike. */
const saidBy = z.object({
  [believedHeader]: z.string().optional().openapi({
    description:
      '`viewer.key` of `/api/session`: whose page asks. Refused under anybody else’s sign-in; a program may leave it out.',
  }),
});

interface Described<Query extends z.ZodRawShape, Params extends z.ZodRawShape, Answer extends z.ZodType> {
  path: string;
  summary: string;
  /** What one must have a right to; `public` before sign-in. */
  action: Asked;
  query: Query;
  params: Params;
  answer: Answer;
  /** Media type of the answer; JSON when left out. */
  media?: string;
  /** Whether it takes long to make and is kept for nobody: it is made when the asker's turn comes. */
  long?: boolean;
}

/** A route that reads: its parameters, its answer, and how it refuses, for the check and for OpenAPI alike. */
export function reading<
  Path extends string,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
  Answer extends z.ZodType,
>({
  path,
  summary,
  action,
  query,
  params,
  answer,
  media = 'application/json',
  long = false,
}: Described<Query, Params, Answer> & { path: Path }) {
  return createRoute({
    method: 'get',
    path,
    summary,
    'x-action': action,
    middleware: [allowed(action), ...(long ? [takesLong] : [])],
    request: { query: z.strictObject(query), params: z.object(params) },
    responses: {
      200: { description: 'The answer', content: { [media]: { schema: answer } } },
      304: { description: 'The client has this version' },
      ...refused,
    },
  });
}

interface DescribedWrite<Params extends z.ZodRawShape, Body extends z.ZodType, Answer extends z.ZodType> {
  method: 'post' | 'put' | 'delete';
  summary: string;
  action: Asked;
  params: Params;
  body: Body;
  answer: Answer;
}

/** A route that writes: a JSON body checked strictly, its answer, and how it refuses. */
export function writing<
  Path extends string,
  Params extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>({ method, path, summary, action, params, body, answer }: DescribedWrite<Params, Body, Answer> & { path: Path }) {
  return createRoute({
    method,
    path,
    summary,
    'x-action': action,
    middleware: [allowed(action), keepsSent] as const,
    request: {
      query: z.strictObject({ lang: z.enum(['zh', 'en']).optional() }),
      params: z.object(params),
      headers: saidBy,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: answer } } },
      409: { description: 'Somebody else saved meanwhile, or is signed in by now', ...problem },
      422: { description: 'Fields are not filled in as they have to be', ...problem },
      ...refused,
    },
  });
}
