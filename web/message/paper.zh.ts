/** 导出用语 — papers and files made in the background. */
export const paperZh = {
  waiting: '排队中（前面{before}个）',
  running: '正在生成…',
  runningAt: '正在生成 {percent}%',
  done: '已生成',
  cancel: '取消',
  download: '下载',
  atlas: '生成图册',
  grey: '黑白',
};
export type PaperWords = typeof paperZh;
