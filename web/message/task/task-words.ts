import type { Lang } from '../../ui/format.ts';
import { taskEn } from './task.en.ts';
import { type TaskWords, taskZh } from './task.zh.ts';

/** Words of tasks in a language. */
export const taskWords = (lang: Lang): TaskWords => (lang === 'zh' ? taskZh : taskEn);
