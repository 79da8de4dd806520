import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { believedHeader } from '../http/believed.ts';
import { takesLong } from '../http/heavy.ts';
import { problemSchema } from '../http/schema-parts.ts';
import { keepsSent } from '../http/sent.ts';
import type { Permission } from '../rights/rights.message.ts';
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

interface Asking<Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape> {
  path: Path;
  summary: string;
  /** What one must have a right to; `public` before sign-in. */
  action: Permission;
  query: Query;
  params: Params;
}

/** A type, not an interface: the framework checks a handler only against responses it can look up by number. */
export type Answering<Answer extends z.ZodType> = {
  200: { description: string; content: { 'application/json': { schema: Answer } } };
};

/** Anything but JSON: a handler gives it as a response of its own. */
type Sent = { 200: { description: string; content: Record<string, { schema: z.ZodType }> } };

/** What is answered otherwise: never given by a handler, so the document alone names it and no type does. */
const otherwise = { 304: { description: 'The client has this version' }, ...refused };

/** A route that reads JSON: its parameters, its answer, and how it refuses, for the check, the compiler and OpenAPI alike. */
export function reading<
  const Path extends string,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
  Answer extends z.ZodType,
>({ path, summary, action, query, params, answer }: Asking<Path, Query, Params> & { answer: Answer }) {
  const responses: Answering<Answer> = {
    200: { description: 'The answer', content: { 'application/json': { schema: answer } } },
    ...otherwise,
  };
  return createRoute({
    method: 'get',
    path,
    summary,
    'x-action': action,
    middleware: [allowed(action)],
    request: { query: z.strictObject(query), params: z.object(params) },
    responses,
  });
}

interface Sending<Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape>
  extends Asking<Path, Query, Params> {
  /** Media type of what is sent. */
  media: string;
  /** What it holds, where that can be said; a file when left out. */
  holds?: z.ZodType;
  /** Whether it takes long to make and is kept for nobody: it is made when the asker's turn comes. */
  long?: boolean;
}

/** A route that sends a file, a picture or a stream: its parameters and media type, and how it refuses. */
export function sending<const Path extends string, Query extends z.ZodRawShape, Params extends z.ZodRawShape>({
  path,
  summary,
  action,
  query,
  params,
  media,
  holds = z.string().openapi({ format: 'binary' }),
  long = false,
}: Sending<Path, Query, Params>) {
  const responses: Sent = {
    200: { description: 'The answer', content: { [media]: { schema: holds } } },
    ...otherwise,
  };
  return createRoute({
    method: 'get',
    path,
    summary,
    'x-action': action,
    middleware: [allowed(action), ...(long ? [takesLong] : [])],
    request: { query: z.strictObject(query), params: z.object(params) },
    responses,
  });
}

interface Writing<Path extends string, Params extends z.ZodRawShape, Body extends z.ZodType> {
  method: 'post' | 'put' | 'delete';
  path: Path;
  summary: string;
  action: Permission;
  params: Params;
  body: Body;
}

const refusedWrite = {
  409: { description: 'Somebody else saved meanwhile, or is signed in by now', ...problem },
  422: { description: 'Fields are not filled in as they have to be', ...problem },
  ...refused,
};

/** A route that writes: a JSON body checked strictly, its answer, and how it refuses. */
export function writing<
  const Path extends string,
  Params extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  const Method extends 'post' | 'put' | 'delete',
>({
  method,
  path,
  summary,
  action,
  params,
  body,
  answer,
}: Writing<Path, Params, Body> & { method: Method; answer: Answer }) {
  const responses: Answering<Answer> = {
    200: { description: 'The answer', content: { 'application/json': { schema: answer } } },
    ...refusedWrite,
  };
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
    responses,
  });
}

/** A route that takes a JSON body as a write does, and sends server-sent events. */
export function streaming<const Path extends string, Params extends z.ZodRawShape, Body extends z.ZodType>({
  events,
  ...writes
}: Writing<Path, Params, Body> & { events: z.ZodType }) {
  const route = writing({ ...writes, answer: events });
  const responses: Sent = {
    ...route.responses,
    200: { description: 'The answer', content: { 'text/event-stream': { schema: events } } },
  };
  return createRoute({ ...route, responses });
}
