import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Holidays } from '../../server/calendar/rules.ts';
import type { BulletinTemplate } from '../../server/campaign/bulletin/rules.ts';
import type { RankingFormula } from '../../server/campaign/formula/rules.ts';
import {
  type Campaign,
  type EditionBodies,
  type EditionKind,
  editionSaveFaults,
  type RouteWeights,
} from '../../server/campaign/rules.ts';
import type { EditionAnswer, EditionSave } from '../../server/form/form-answers.ts';
import type { Thresholds } from '../../server/layer/layer.ts';
import type { ChecklistItem } from '../../server/venue/rules.ts';
import { ask, send } from '../api.ts';
import { LineField } from '../form/box/box-fields.tsx';
import { FormBox } from '../form/box/FormBox.tsx';
import { FormFault } from '../form/box/FormFault.tsx';
import { FormFoot } from '../form/box/FormFoot.tsx';
import { FormMet } from '../form/box/FormMet.tsx';
import { useForm } from '../form/use-form.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { Field } from '../ui/Field.tsx';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { PanelState } from '../ui/PanelState.tsx';
import { BulletinRows } from './BulletinRows.tsx';
import { CampaignRows } from './CampaignRows.tsx';
import { ChecklistRows } from './ChecklistRows.tsx';
import { useFaultOf } from './edition-faults.tsx';
import { HolidayRows } from './HolidayRows.tsx';
import { RankingRows } from './RankingRows.tsx';

const saves: { [Kind in EditionKind]: (sent: EditionSave<Kind>) => Promise<unknown> } = {
  checklist: (sent) => send('PUT', '/editions/checklist', {}, sent),
  thresholds: (sent) => send('PUT', '/editions/thresholds', {}, sent),
  campaign: (sent) => send('PUT', '/editions/campaign', {}, sent),
  routeWeights: (sent) => send('PUT', '/editions/routeWeights', {}, sent),
  ranking: (sent) => send('PUT', '/editions/ranking', {}, sent),
  holidays: (sent) => send('PUT', '/editions/holidays', {}, sent),
  bulletin: (sent) => send('PUT', '/editions/bulletin', {}, sent),
};
const saveEdition = <Kind extends EditionKind>(kind: Kind, sent: EditionSave<Kind>) => saves[kind](sent);

/** One kind of edition: what is in force, to be changed from a day on. */
export function EditionForm({ kind, lang }: { kind: EditionKind; lang: Lang }) {
  const query = useQuery({
    queryKey: ['edition', kind, lang],
    queryFn: ({ signal }) => ask('/editions/{kind}', { kind, lang }, signal),
  });
  const [saved, setSaved] = useState(false);
  if (!query.data) return <PanelState query={query} lang={lang} />;
  const { base } = query.data;
  return <Filled key={base} answer={query.data} lang={lang} saved={saved} onSaved={setSaved} />;
}

/** An edition as it is typed. */
interface EditionTyped {
  fromOn: string;
  body: EditionBodies[EditionKind];
}

interface FilledProps {
  answer: EditionAnswer;
  lang: Lang;
  /** Whether it was saved just now; the form begins anew with what was saved. */
  saved: boolean;
  onSaved(saved: boolean): void;
}

function Filled({ answer, lang, saved, onSaved }: FilledProps) {
  const words = adminWords(lang);
  const client = useQueryClient();
  const { kind } = answer;
  const form = useForm<EditionTyped>({
    of: null,
    opened: { base: answer.base, values: { fromOn: answer.today, body: answer.body } },
    send: ({ id, base, values, confirm = false }) => saveEdition<EditionKind>(kind, { id, base, ...values, confirm }),
    onSaved: async () => {
      onSaved(true);
      await client.invalidateQueries({ queryKey: ['edition', kind] });
    },
    check: (typed) => editionSaveFaults(kind, typed),
  });
  const { phase } = form;
  return (
    <FormBox className="office-form" form={form} lang={lang} data-part="edition-form">
      <LineField
        path="fromOn"
        label={words.editions.from}
        hint={fill(words.editions.inForce, { day: formatDay(answer.fromOn, lang) })}
        type="date"
        required
      />
      <Body kind={kind} body={form.values.body} lang={lang} onBody={(body) => form.set('body', body)} />
      <FormFault className="fault all" />
      <FormMet className="row all" />
      <FormFoot className="row all" words={{ send: words.save }} sendable={phase.is !== 'conflict'}>
        {phase.is === 'refused' && phase.confirmable && (
          <button type="button" className="quiet danger" onClick={() => void form.confirm()}>
            {words.editions.confirm}
          </button>
        )}
        {saved && (phase.is === 'editing' || phase.is === 'saved') && form.changed.length === 0 && (
          <span role="status">{words.saved}</span>
        )}
      </FormFoot>
    </FormBox>
  );
}

interface BodyProps {
  kind: EditionKind;
  body: EditionBodies[EditionKind];
  lang: Lang;
  onBody(body: EditionBodies[EditionKind]): void;
}

function Body({ kind, body, lang, onBody }: BodyProps) {
  const { editions: words } = adminWords(lang);
  switch (kind) {
    case 'checklist':
      return <ChecklistRows items={body as ChecklistItem[]} lang={lang} onItems={onBody} />;
    case 'ranking':
      return <RankingRows formula={body as RankingFormula} lang={lang} onFormula={onBody} />;
    case 'campaign':
      return <CampaignRows campaign={body as Campaign} lang={lang} onCampaign={onBody} />;
    case 'bulletin':
      return <BulletinRows template={body as BulletinTemplate} lang={lang} onTemplate={onBody} />;
    case 'holidays':
      return <HolidayRows holidays={body as Holidays} lang={lang} onHolidays={onBody} />;
    case 'thresholds':
      return <NumberRows<Thresholds> numbers={body as Thresholds} titles={words.limits} least={1} onNumbers={onBody} />;
    case 'routeWeights':
      return (
        <NumberRows<RouteWeights> numbers={body as RouteWeights} titles={words.weights} least={0} onNumbers={onBody} />
      );
  }
}

interface NumbersProps<Numbers> {
  numbers: Numbers;
  titles: Record<keyof Numbers, string>;
  least: number;
  onNumbers(numbers: Numbers): void;
}

function NumberRows<Numbers extends { [Key in keyof Numbers]: number }>({
  numbers,
  titles,
  least,
  onNumbers,
}: NumbersProps<Numbers>) {
  const faultOf = useFaultOf();
  return (Object.keys(titles) as (keyof Numbers & string)[]).map((key) => (
    <Field
      key={key}
      label={titles[key]}
      type="number"
      min={least}
      max={1000}
      required
      value={String(numbers[key])}
      fault={faultOf(`body.${key}`)}
      onText={(text) => onNumbers({ ...numbers, [key]: Number(text) })}
    />
  ));
}
