import { z } from '@hono/zod-openapi';

export const passwordText = z.string().max(1000);
export const loginText = z.string().max(100);
