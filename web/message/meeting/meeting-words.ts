import type { Lang } from '../../ui/format.ts';
import { meetingEn } from './meeting.en.ts';
import { type MeetingWords, meetingZh } from './meeting.zh.ts';

/** Words of meetings and tasks in a language. */
export const meetingWords = (lang: Lang): MeetingWords => (lang === 'zh' ? meetingZh : meetingEn);
