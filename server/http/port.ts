import { createServer } from 'node:net';

/** Why a port cannot be listened on at this moment; null when it can. */
export function portProblem(port: number, host: string): Promise<'port-taken' | 'port-not-allowed' | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (problem: NodeJS.ErrnoException) =>
      resolve(problem.code === 'EACCES' ? 'port-not-allowed' : 'port-taken'),
    );
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
