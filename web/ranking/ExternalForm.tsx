import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExternalAnswer } from '../../server/ranking/answer.ts';
import { type ExternalValues, externalKinds, externalLevels } from '../../server/ranking/rules.ts';
import { send } from '../api.ts';
import { LineField, PickField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { FormMet } from '../form/box/FormMet.tsx';
import { newSubmissionId } from '../form/submission-id.ts';
import { useForm } from '../form/use-form.ts';
import { rankingWords } from '../message/ranking/ranking-words.ts';
import { areasQuery } from '../queries.ts';
import type { ViewState } from '../url.ts';

interface FormProps {
  /** The result to correct; null enters one. */
  known: ExternalAnswer | null;
  on: string;
  view: ViewState;
  onClose(): void;
}

function begun(known: ExternalAnswer | null, on: string): { base: string; values: ExternalValues } {
  if (known === null) {
    const values: ExternalValues = {
      ...{ place: '', kind: 'criticised', level: 'city', occurredOn: on, source: '' },
      ...{ document: null, note: null, rank: null, of: null },
    };
    return { base: '', values };
  }
  const { place, kind, level, occurredOn, source, document, note, rank, of } = known;
  return { base: known.base, values: { place, kind, level, occurredOn, source, document, note, rank, of } };
}

/** 登记或更正 — one result; where another saved it meanwhile nothing is overwritten unseen. */
export function ExternalForm({ known, on, view, onClose }: FormProps) {
  const { lang } = view;
  const { form: words, kinds, levels } = rankingWords(lang);
  const [record] = useState(() => known?.id ?? newSubmissionId());
  const form = useForm<ExternalValues>({
    of: null,
    opened: begun(known, on),
    send: ({ id, base, values, before }) =>
      send(
        'PUT',
        '/ranking/external/{external}',
        { external: record },
        { id, base, values, ...(base === '' ? {} : { before }) },
      ),
    onSaved: onClose,
  });
  const { kind, place } = form.values;
  const titles: Record<string, string> = words.fields;
  const shown: Record<string, string> = { ...kinds, ...levels };
  const orNull = (text: string) => (text === '' ? null : text);
  return (
    <FormBox className="office-form" form={form} lang={lang} data-part="external-form">
      <PlaceFields view={view} place={place} onPlace={(code) => form.set('place', code)} />
      <PickField path="kind" label={words.kind} onPick={(now) => form.setAll({ kind: now, rank: null, of: null })}>
        {externalKinds.map((one) => (
          <option key={one} value={one}>
            {kinds[one]}
          </option>
        ))}
      </PickField>
      <PickField path="level" label={words.level}>
        {externalLevels.map((one) => (
          <option key={one} value={one}>
            {levels[one]}
          </option>
        ))}
      </PickField>
      <LineField path="occurredOn" {...{ label: words.occurredOn, type: 'date', required: true, max: on }} />
      {kind === 'rank' &&
        (['rank', 'of'] as const).map((key) => (
          <LineField
            key={key}
            path={key}
            {...{ label: words[key], type: 'number', min: 1, max: 1000, required: true }}
            taken={(text) => (text === '' ? null : Number(text))}
          />
        ))}
      <LineField path="source" {...{ label: words.source, required: true, maxLength: 120 }} />
      <LineField path="document" label={words.document} maxLength={80} taken={orNull} />
      <LineField path="note" label={words.note} maxLength={400} taken={orNull} />
      <FormFault className="fault all" />
      <FormMet
        className="row all"
        titleOf={(path) => titles[path] ?? path}
        shownOf={(_, value) => shown[String(value)] ?? String(value ?? '')}
      />
      <FormFoot
        className="row all"
        quiet="quiet"
        words={{ send: words.save, cancel: words.cancel }}
        sendable={place !== '' && form.phase.is !== 'conflict'}
        onCancel={onClose}
      />
    </FormBox>
  );
}

/** The county, a town, or a village of it. */
function PlaceFields({ view, place, onPlace }: { view: ViewState; place: string; onPlace(code: string): void }) {
  const { form: words } = rankingWords(view.lang);
  const areas = useQuery(areasQuery({ asOf: null })).data;
  if (!areas) return null;
  const village = areas.villages.find(({ code }) => code === place);
  const town = areas.towns.find(({ code, fid }) => (village ? fid === village.town : code === place));
  return (
    <>
      <PickField path="place" label={words.town} chosen={town?.code ?? place} onPick={onPlace}>
        <option value="" disabled />
        {areas.county && <option value={areas.county.code}>{words.county}</option>}
        {areas.towns.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </PickField>
      <PickField
        path="place"
        label={words.village}
        chosen={village?.code ?? ''}
        onPick={(code) => onPlace(code || (town?.code ?? ''))}
      >
        <option value="">{town ? words.own : '—'}</option>
        {areas.villages
          .filter(({ town: of }) => of === town?.fid)
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </PickField>
    </>
  );
}
