import type { Lang } from '../../ui/format.ts';
import { agendaEn } from './agenda.en.ts';
import { type AgendaWords, agendaZh } from './agenda.zh.ts';

/** Words of agendas and saved views in a language. */
export const agendaWords = (lang: Lang): AgendaWords => (lang === 'zh' ? agendaZh : agendaEn);
