import { useState } from 'react';
import type { AreasAnswer } from '../../server/area/answer.ts';
import { agendaWords } from '../message/agenda/agenda-words.ts';
import { meetingWords } from '../message/meeting/meeting-words.ts';
import type { Lang } from '../ui/format.ts';

export type Template = 'weekly' | 'each' | 'town';
const templates = ['weekly', 'each', 'town'] as const;

interface NewProps {
  areas: AreasAnswer;
  lang: Lang;
  /** Makes an agenda, and starts the meeting at once where asked. */
  onMake(asked: { template: Template; town: string | null; start: boolean }): void;
}

/** 新建会议 — an agenda that makes itself; one press starts the meeting with it, another shows it first. */
export function NewMeeting({ areas, lang, onMake }: NewProps) {
  const words = meetingWords(lang);
  const own = agendaWords(lang);
  const [town, setTown] = useState('');
  const within = (template: Template) => (template === 'town' ? town || (areas.towns[0]?.code ?? null) : null);
  return (
    <section className="templates" aria-label={words.templates}>
      {templates.map((template) => (
        <div key={template}>
          <h2>{words[template]}</h2>
          <p className="hint">{words[`${template}Hint`]}</p>
          {template === 'town' && (
            <select aria-label={words.queryTown} value={town} onChange={({ target }) => setTown(target.value)}>
              {areas.towns.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <p className="row">
            {(['start', 'prepare'] as const).map((what) => (
              <button
                key={what}
                type="button"
                className={what === 'start' ? 'primary' : ''}
                data-part={what === 'start' ? `start-${template}` : `new-${template}`}
                onClick={() => onMake({ template, town: within(template), start: what === 'start' })}
              >
                {what === 'start' ? own.startNow : own.prepare}
              </button>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}
