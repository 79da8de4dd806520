import { useState } from 'react';
import { clockText } from '../../../server/route-plan/rules.ts';
import type { SheetStop } from '../../../server/route-plan/sheet/answer.ts';
import type { Violation } from '../../../server/route-plan/timing/rules.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { violationText } from '../violation-text.ts';

interface StopProps {
  stop: SheetStop;
  /** What of it does not hold. */
  violations: Violation[];
  number: number;
  colour: string;
  lang: Lang;
  /** Whether what became of it can be said now. */
  recordable: 'now' | 'later' | 'never';
  busy: boolean;
  onOutcome(done: boolean, reason: string | null): void;
}

/** 一站 — when, why and what to look at; whom to call, the way there, and what became of it. */
export function SheetStopItem({ stop, violations, number, colour, lang, recordable, busy, onOutcome }: StopProps) {
  const words = routeWords(lang);
  const say = words.sheet;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { outcome } = stop;
  const joined = (texts: SheetStop['look']) => texts.map((text) => text[lang]).join(lang === 'zh' ? '、' : ', ');
  return (
    <li className="sheet-stop" data-part="sheet-stop" data-code={stop.code}>
      <span className="number" style={{ background: colour }}>
        {number}
      </span>
      <div>
        <h3>
          {stop.name} <span className="sub">{stop.town}</span>
          <span className="when">
            {fill(say.times, { from: clockText(stop.begin / 60), until: clockText(stop.leave / 60) })}
          </span>
        </h3>
        {violations.map((one) => (
          <p key={one.is} className="fault">
            {violationText(one, lang)}
          </p>
        ))}
        {stop.parts.length > 0 && <p className="sub">{fill(say.why, { text: joined(stop.parts) })}</p>}
        {stop.look.length > 0 && <p>{fill(say.look, { text: joined(stop.look) })}</p>}
        <p className="row links">
          {stop.telephone && (
            <a href={`tel:${stop.telephone.replace(/[^\d+]/g, '')}`}>
              {say.call} {stop.telephone}
            </a>
          )}
          {stop.navigation.map(({ app, address }) => (
            <a key={app} href={address} target="_blank" rel="noopener noreferrer" className="screen-only">
              {say[app]}
            </a>
          ))}
        </p>
        {outcome && (
          <p className={outcome.done ? 'outcome good' : 'outcome bad'}>
            {outcome.done ? `✓ ${say.wasDone}` : `✗ ${fill(say.wasNot, { reason: outcome.reason ?? '' })}`}
          </p>
        )}
        {recordable === 'now' && !outcome?.done && !asking && (
          <p className="row screen-only">
            <button type="button" className="primary" disabled={busy} onClick={() => onOutcome(true, null)}>
              {outcome ? say.undo : say.done}
            </button>
            {!outcome && (
              <button type="button" disabled={busy} onClick={() => setAsking(true)}>
                {say.notDone}
              </button>
            )}
          </p>
        )}
        {recordable === 'later' && <p className="hint screen-only">{say.later}</p>}
        {asking && (
          <form
            className="asking screen-only"
            onSubmit={(event) => {
              event.preventDefault();
              if (reason.trim() === '') return;
              onOutcome(false, reason.trim());
              setAsking(false);
            }}
          >
            <label>
              {say.reason}
              <input value={reason} maxLength={200} required onChange={(event) => setReason(event.target.value)} />
            </label>
            <div className="row">
              {say.reasons.map((one) => (
                <button key={one} type="button" onClick={() => setReason(one)}>
                  {one}
                </button>
              ))}
            </div>
            <div className="row">
              <button type="submit" className="primary" disabled={busy || reason.trim() === ''}>
                {say.keep}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {say.cancel}
              </button>
            </div>
          </form>
        )}
      </div>
    </li>
  );
}
