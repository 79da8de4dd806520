import { LiveLine } from './live-line.ts';
import { LiveShare, type ToLine } from './live-share.ts';

/** 共用连线 — runs once for all pages of one person in a browser; the worker's name is that person's key. */
const worker = globalThis as typeof globalThis & { name: string; onconnect: (event: MessageEvent) => void };
const share = new LiveShare((ears) => new LiveLine(ears, worker.name === '' ? null : worker.name));

worker.onconnect = ({ ports: [port] }) => {
  if (port) port.onmessage = ({ data }: MessageEvent<ToLine>) => share.heard(port, data);
};
