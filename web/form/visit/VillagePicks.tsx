import { useId, useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { VisitFormValues } from '../../../server/inspection/answer.ts';
import { fill } from '../../ui/format.ts';
import { Fault } from '../fields.tsx';
import { useField, useFormPlace } from '../form-place.ts';

interface PicksProps {
  areas: AreasAnswer;
  /** Shows those chosen only, until asked for more. */
  folded: boolean;
}

/** 督查村 — the villages of a visit, by town in official order, found by typing part of a name. */
export function VillagePicks({ areas, folded }: PicksProps) {
  const { words } = useFormPlace();
  const field = useField('places');
  const places = field.value as VisitFormValues['places'];
  const chosen = places.map(({ code }) => code);
  const take = (code: string, on: boolean) =>
    field.set(on ? [...places, { code, findings: [] }] : places.filter((one) => one.code !== code));
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(!folded);
  const find = useId();
  const wanted = typed.trim();
  const towns = areas.towns
    .map((town) => ({
      town,
      villages: areas.villages.filter(
        ({ town: of, name, code }) =>
          of === town.fid &&
          (open || chosen.includes(code)) &&
          (wanted === '' || name.includes(wanted) || town.name.includes(wanted)),
      ),
    }))
    .filter(({ villages }) => villages.length > 0);
  return (
    <div className="form-villages">
      {open && (
        <div className="field">
          <label htmlFor={find}>{words.villageFind}</label>
          <input id={find} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      <fieldset
        className="form-picks"
        id={field.id}
        tabIndex={-1}
        aria-invalid={field.fault === null ? undefined : true}
      >
        <legend className="only-heard">{words.villages}</legend>
        {towns.length === 0 && <p className="form-nothing">{words.villageNone}</p>}
        {towns.map(({ town, villages }) => (
          <div key={town.fid} className="form-picks-town">
            <h4>{town.name}</h4>
            {villages.map(({ code, name }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  value={code}
                  checked={chosen.includes(code)}
                  disabled={field.fixed}
                  onChange={(event) => take(code, event.target.checked)}
                />
                {name}
              </label>
            ))}
          </div>
        ))}
      </fieldset>
      {!open && (
        <button type="button" className="form-add" onClick={() => setOpen(true)}>
          ＋ {fill(words.villagesMore, { n: areas.villages.length - chosen.length })}
        </button>
      )}
      <Fault field={field} />
    </div>
  );
}
