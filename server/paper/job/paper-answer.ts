import { fill, type Language } from '../../words/fill.ts';
import { problems } from '../../words/problems.message.ts';
import { paperKinds } from '../kinds.ts';
import type { PaperAnswer } from './answer.ts';
import type { Job } from './job.ts';
import type { PaperQueue } from './queue.ts';

/** A job as its account sees it. */
export function paperAnswer(queue: PaperQueue, job: Job, lang: Language): PaperAnswer {
  const { id, kind, state, done, of, view, made, fault } = job;
  const { title, extension } = paperKinds[kind];
  return {
    ...{ id, kind, state, done, of },
    title: made ? `${made.title}.${extension}` : title[lang],
    before: state === 'waiting' ? queue.before(job) : 0,
    askedAt: job.askedAt.toISOString(),
    seq: view?.shown ?? null,
    on: view?.on ?? null,
    bytes: made?.bytes ?? null,
    keptUntil: made?.until.toISOString() ?? null,
    fault: fault && fill(problems[fault.code].detail[lang], { ...fault.values, parameter: fault.parameter }),
  };
}
