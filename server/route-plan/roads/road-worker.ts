import { parentPort, workerData } from 'node:worker_threads';
import { makeRoads } from './make-roads.ts';

// Makes a county's roads ready beside the server, which goes on answering.
const { dataDir, ground } = workerData as { dataDir: string; ground: string };
parentPort?.postMessage(makeRoads(dataDir, ground));
