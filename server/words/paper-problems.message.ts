import type { Text } from './text.ts';

type PaperCode =
  | 'map-missing'
  | 'selection-empty'
  | 'bulletin-unnumbered'
  | 'paper-unknown'
  | 'paper-not-ready'
  | 'papers-own'
  | 'papers-full'
  | 'paper-too-large';

/** Refusals of exports made in the background. */
export const paperProblems: Record<PaperCode, { title: Text; detail: Text }> = {
  'map-missing': {
    title: { zh: '没有底图', en: 'No map' },
    detail: {
      zh: '还没有导入村界，没有可画的底图。',
      en: 'No village boundaries have been imported, so there is no base map to draw.',
    },
  },
  'bulletin-unnumbered': {
    title: { zh: '未填期号', en: 'No issue number' },
    detail: {
      zh: '不能生成通报：模板中有期号，但没有填写。请填写“期号”后再生成。',
      en: 'The bulletin cannot be made: its template has an issue number and none is given. Fill in “Issue” and try again.',
    },
  },
  'selection-empty': {
    title: { zh: '没有所选的地点', en: 'Nothing chosen' },
    detail: {
      zh: '不能生成图册：所选条件下没有村（社区）。请改选状态、乡镇或村（社区）。',
      en: 'The atlas cannot be created: the selection contains no village. Choose other statuses, towns or villages.',
    },
  },
  'paper-unknown': {
    title: { zh: '没有这个导出', en: 'No such export' },
    detail: {
      zh: '没有这个导出：文件只保留几分钟，服务器重启后也不再保留。请重新导出。',
      en: 'This export was not found. Files are kept for a few minutes and are lost when the server restarts. Export again.',
    },
  },
  'paper-not-ready': {
    title: { zh: '尚未生成', en: 'Not ready yet' },
    detail: { zh: '文件尚未生成，请稍候。', en: 'The file is not ready yet. Wait a moment.' },
  },
  'papers-own': {
    title: { zh: '导出太多', en: 'Too many exports' },
    detail: {
      zh: '您已有 {most} 个导出没有完成：请等其中一个完成，或取消一个再试。',
      en: 'You already have {most} exports in progress. Wait for one to finish or cancel one, then try again.',
    },
  },
  'papers-full': {
    title: { zh: '导出排队已满', en: 'The export queue is full' },
    detail: {
      zh: '现在导出的人太多，请过几分钟再试。',
      en: 'Too many exports are waiting. Try again in a few minutes.',
    },
  },
  'paper-too-large': {
    title: { zh: '文件太大', en: 'The file is too large' },
    detail: {
      zh: '这个文件超出了服务器允许的内存或时间，未能生成。请缩小范围或纸张后再试。',
      en: 'This file needs more memory or time than the server allows and was not created. Choose a smaller area or paper size.',
    },
  },
};
