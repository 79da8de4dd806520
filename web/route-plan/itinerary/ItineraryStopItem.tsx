import { useState } from 'react';
import type { ItineraryStop } from '../../../server/route-plan/itinerary/answer.ts';
import { clockText } from '../../../server/route-plan/rules.ts';
import type { Violation } from '../../../server/route-plan/timing/rules.ts';
import { send } from '../../api.ts';
import { TiedField } from '../../form/box/box-fields.tsx';
import { FormBox } from '../../form/box/FormBox.tsx';
import { FormFault } from '../../form/box/FormFault.tsx';
import { FormFoot } from '../../form/box/FormFoot.tsx';
import { reasonOf } from '../../form/save/reason-of.ts';
import { useForm } from '../../form/use-form.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { violationText } from '../violation-text.ts';

interface StopProps {
  stop: ItineraryStop;
  /** What of it does not hold. */
  violations: Violation[];
  number: number;
  colour: string;
  lang: Lang;
  /** Whether what became of it can be said now. */
  recordable: 'now' | 'later' | 'never';
  /** Id of the plan the stop is of. */
  plan: string;
}

/** 一站 — when, why and what to look at; whom to call, the way there, and what became of it. */
export function ItineraryStopItem({ stop, violations, number, colour, lang, recordable, plan }: StopProps) {
  const words = routeWords(lang);
  const say = words.itinerary;
  const [asking, setAsking] = useState(false);
  const form = useForm({
    of: null,
    opened: { base: '', values: { done: false, reason: '' } },
    send: ({ id, values: { done, reason } }) => {
      const became = { code: stop.code, done, reason: done ? null : reason.trim() };
      return send('POST', '/route-plans/{plan}/outcomes', { plan }, { id, ...became });
    },
    onSaved: () => setAsking(false),
  });
  const busy = form.phase.is === 'sending';
  const { reason } = form.values;
  const why = reasonOf(form, lang);
  const { outcome } = stop;
  const joined = (texts: ItineraryStop['look']) => texts.map((text) => text[lang]).join(lang === 'zh' ? '、' : ', ');
  return (
    <li className="itinerary-stop" data-part="itinerary-stop" data-code={stop.code}>
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
            <button
              type="button"
              className="primary"
              disabled={busy}
              onClick={() => void form.save({ done: true, reason: '' })}
            >
              {outcome ? say.undo : say.done}
            </button>
            {!outcome && (
              <button
                type="button"
                disabled={busy}
                onClick={() => {
                  form.discard();
                  setAsking(true);
                }}
              >
                {say.notDone}
              </button>
            )}
          </p>
        )}
        {recordable === 'later' && <p className="hint screen-only">{say.later}</p>}
        {!asking && why !== null && (
          <p className="fault" role="alert">
            {why}
          </p>
        )}
        {asking && (
          <FormBox className="asking screen-only" form={form} lang={lang} data-part="stop-not-done">
            <TiedField path="reason" label={say.reason}>
              {({ text, set, control }) => (
                <input
                  {...control}
                  value={text}
                  maxLength={200}
                  required
                  onChange={({ target }) => set(target.value)}
                />
              )}
            </TiedField>
            <div className="row">
              {say.reasons.map((one) => (
                <button key={one} type="button" onClick={() => form.set('reason', one)}>
                  {one}
                </button>
              ))}
            </div>
            <FormFault />
            <FormFoot
              words={{ send: say.keep, cancel: say.cancel }}
              sendable={reason.trim() !== ''}
              onCancel={() => setAsking(false)}
            />
          </FormBox>
        )}
      </div>
    </li>
  );
}
