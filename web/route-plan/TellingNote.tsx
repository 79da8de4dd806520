import { useEffect, useRef } from 'react';
import type { TellingAnswer } from '../../server/route-plan/answer.ts';
import { routeWords } from '../message/route/route-words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { ClashLines } from './Clashes.tsx';

interface TellingProps {
  telling: TellingAnswer;
  nameOf(code: string): string;
  lang: Lang;
  onTell(): void;
  onBack(): void;
}

/** 下达前确认 — who learns of the plan, and what it meets; issued only when a person says so. */
export function TellingNote({ telling, nameOf, lang, onTell, onBack }: TellingProps) {
  const words = routeWords(lang);
  const comma = lang === 'zh' ? '、' : ', ';
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const { clashes, announced, teams } = telling;
  return (
    <section className="clashes" role="alertdialog" aria-label={words.tellTitle} data-part="plan-telling">
      <strong>{words.tellTitle}</strong>
      <ul>
        {teams.map(({ name, days, people }) => (
          <li key={name}>
            {fill(people.length > 0 ? words.tellTeam : words.tellTeamNobody, {
              team: name,
              days: days
                .map(({ on, codes }) => fill(words.tellDay, { day: formatDay(on, lang), n: codes.length }))
                .join(comma),
              people: people.map((one) => [one.post, one.name].filter((part) => part).join(' ')).join(comma),
            })}
          </li>
        ))}
        <li>{announced ? words.tellAnnounced : words.tellUnannounced}</li>
      </ul>
      {clashes.length > 0 && (
        <>
          <strong>{fill(words.clashes, { count: clashes.length })}</strong>
          <ClashLines clashes={clashes} nameOf={nameOf} lang={lang} />
        </>
      )}
      <p className="row">
        <button type="button" ref={back} onClick={onBack}>
          {words.tellBack}
        </button>
        <button type="button" className="primary" data-part="tell-plan" onClick={onTell}>
          {clashes.length > 0 ? words.tellAllTheSame : words.tellNow}
        </button>
      </p>
    </section>
  );
}
