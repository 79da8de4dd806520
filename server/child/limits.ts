/** Bounds of one child process that parses files. Beyond any of them it is ended and the import refused. */
export interface Limits {
  /** V8 heap, MB. */
  heapMb: number;
  /** Resident memory with buffers, MB; watched on Linux only. */
  residentMb: number;
  /** Wall clock, seconds. */
  wallS: number;
  /** Sum of the unpacked sizes a zip's directory declares, MB. */
  unpackedMb: number;
  /** Entries of a zip. */
  entries: number;
}

/** 8,000 units and the sample's elevation grid stay well below these. */
export const readLimits: Limits = { heapMb: 768, residentMb: 1200, wallS: 120, unpackedMb: 400, entries: 20_000 };
export const buildLimits: Limits = { ...readLimits, heapMb: 1024, residentMb: 1600 };
