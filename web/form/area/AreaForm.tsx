import { useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { AreaChanged } from '../../../server/form/form-answers.ts';
import type { SignedIn } from '../../../server/user/answer.ts';
import { send } from '../../api.ts';
import { formWords } from '../../message/form/form-words.ts';
import { fill, type Lang } from '../../ui/format.ts';
import { FormSheet, Frame } from '../FormSheet.tsx';
import { ChoiceField, DateField, type Option, Part, SelectField, TextField } from '../fields.tsx';
import { useForm } from '../use-form.ts';
import { AreaChanges } from './AreaChanges.tsx';
import { type AreaValues, areaFaults, changeOf } from './area-values.ts';

interface AreaProps {
  areas: AreasAnswer;
  /** Code of the place the form was opened at. */
  at: string | null;
  today: string;
  viewer: SignedIn;
  lang: Lang;
  onClose(): void;
  onSaved(): void;
}

const kinds = ['rename', 'merge', 'split', 'move'] as const satisfies readonly AreaValues['kind'][];

/** 区划变更 — a place renamed, a village merged into another, split off another or moved to another town, from a day on. */
export function AreaForm({ areas, at, today, viewer, lang, onClose, onSaved }: AreaProps) {
  const words = formWords(lang);
  const values: AreaValues = { kind: 'rename', on: today, code: at, into: null, town: null, name: null, newCode: null };
  const [notes, setNotes] = useState<AreaChanged | null>(null);
  const form = useForm<AreaValues>({
    of: { owner: viewer.key, place: 'county', form: 'areas' },
    opened: { base: '', values },
    send: async (save) =>
      setNotes(
        await send(
          'POST',
          '/areas/changes',
          {},
          {
            ...changeOf(save.id, save.values),
            ...(save.confirm ? { confirm: true } : {}),
          },
        ),
      ),
    onSaved: () => undefined,
    check: (typed) => areaFaults(typed, areas),
  });
  const { kind } = form.values;
  const villages = placesOf(areas, false);
  const towns = areas.towns.map(({ code, name }) => ({ value: code, title: name }));
  if (notes) return <AreaDone notes={notes} county={areas.county?.name ?? ''} lang={lang} onDone={onSaved} />;
  return (
    <FormSheet
      title={words.titles.areas}
      place={areas.county?.name ?? ''}
      lang={lang}
      today={today}
      form={form}
      onClose={onClose}
      saveTitle={words.areaSave}
      titleOf={(path) => path}
      shownOf={(_, value) => String(value ?? words.empty)}
    >
      <p className="form-part form-hint">{words.areaWarning}</p>
      <Part title={words.areaKind}>
        <div className="form-grid">
          <ChoiceField
            path="kind"
            label={words.areaKind}
            labelled="heard"
            options={kinds.map((value) => ({ value, title: words.areaKinds[value] }))}
          />
        </div>
      </Part>
      <Part title={words.areaKinds[kind]}>
        <div className="form-grid">
          <SelectField
            path="code"
            label={words.areaPlaces[kind]}
            none={words.areaChoose}
            options={kind === 'rename' ? placesOf(areas, true) : villages}
          />
          {kind === 'merge' && (
            <SelectField path="into" label={words.areaInto} none={words.areaChoose} options={villages} />
          )}
          {kind === 'move' && (
            <SelectField path="town" label={words.areaTown} none={words.areaChoose} options={towns} />
          )}
          {kind !== 'move' && (
            <TextField path="name" label={words.areaName} {...(kind === 'merge' ? { hint: words.areaNameKept } : {})} />
          )}
          <TextField
            path="newCode"
            label={words.areaCode}
            {...(kind === 'split' ? {} : { hint: words.areaCodeHint })}
          />
          <DateField path="on" blank="" label={words.areaOn} hint={words.areaOnHint} />
        </div>
      </Part>
      <AreaChanges lang={lang} />
    </FormSheet>
  );
}

interface DoneProps {
  notes: AreaChanged;
  county: string;
  lang: Lang;
  onDone(): void;
}

/** What a change of places leaves to be done. */
function AreaDone({ notes, county, lang, onDone }: DoneProps) {
  const words = formWords(lang);
  return (
    <Frame title={words.titles.areas} place={county} lang={lang} onClose={onDone}>
      <div className="form-body" role="status">
        <Part title={fill(words.areaDone, { name: notes.place.name })}>
          <ul>
            {notes.notes.map((note) => (
              <li key={note.zh}>{note[lang]}</li>
            ))}
          </ul>
        </Part>
      </div>
      <footer className="form-foot">
        <p />
        <button type="button" className="form-primary" onClick={onDone}>
          {words.close}
        </button>
      </footer>
    </Frame>
  );
}

function placesOf(areas: AreasAnswer, towns: boolean): Option[] {
  return areas.towns.flatMap((town) => [
    ...(towns ? [{ value: town.code, title: town.name }] : []),
    ...areas.villages
      .filter((village) => village.town === town.fid)
      .map(({ code, name }) => ({ value: code, title: `${town.name} · ${name}` })),
  ]);
}
