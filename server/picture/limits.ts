import type { Upload } from '../http/same-origin.ts';

/** 图片 — the most pixels taken, and the longest side kept. */
export const pictureLimits = { mostPixels: 50_000_000, sidePx: 2560 };

/** Where pictures are sent to, and how large a file may be. */
export const pictureUpload: Upload = {
  path: '/api/pictures',
  types: /^image\/(png|jpeg)$/i,
  mostBytes: 12 * 1024 * 1024,
  tooLarge: 'picture-too-large',
};

/** 排队 — pictures made anew at once on the whole server, for each may take much memory, and how many more may wait. */
export const pictureTurns = { atOnce: 2, ofPerson: 2, waiting: 8, waitingOfPerson: 8 };
