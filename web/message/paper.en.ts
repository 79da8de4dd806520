import type { PaperWords } from './paper.zh.ts';

export const paperEn: PaperWords = {
  waiting: 'Waiting ({before} before)',
  running: 'Being made…',
  runningAt: 'Being made, {percent}%',
  done: 'Made',
  cancel: 'Cancel',
  download: 'Download',
  atlas: 'Make an atlas',
  grey: 'Black and white',
};
