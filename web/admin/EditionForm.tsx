import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import type { Holidays } from '../../server/calendar/rules.ts';
import type { BulletinTemplate } from '../../server/campaign/bulletin/rules.ts';
import type { RankingFormula } from '../../server/campaign/formula/rules.ts';
import type { Campaign, EditionBodies, EditionKind, RouteWeights } from '../../server/campaign/rules.ts';
import type { EditionAnswer, EditionSave } from '../../server/form/form-answers.ts';
import type { Thresholds } from '../../server/layer/layer.ts';
import type { ChecklistItem } from '../../server/venue/rules.ts';
import { ask, Refused, send } from '../api.ts';
import { submissionIds } from '../form/submission-id.ts';
import { accountWords } from '../message/account/account-words.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { faultText } from '../signing.ts';
import { Field } from '../ui/Field.tsx';
import { fill, formatDay, type Lang } from '../ui/format.ts';
import { PanelState } from '../ui/PanelState.tsx';
import { BulletinRows } from './BulletinRows.tsx';
import { CampaignRows } from './CampaignRows.tsx';
import { ChecklistRows } from './ChecklistRows.tsx';
import { EditionFaults, useEditionFaults, useFaultOf } from './edition-faults.tsx';
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
  const asked = useQuery({
    queryKey: ['edition', kind, lang],
    queryFn: ({ signal }) => ask('/editions/{kind}', { kind, lang }, signal),
  });
  const [saved, setSaved] = useState(false);
  if (!asked.data) return <PanelState asked={asked} lang={lang} />;
  const { base } = asked.data;
  return <Filled key={base} answer={asked.data} lang={lang} saved={saved} onSaved={setSaved} />;
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
  const [fromOn, setFromOn] = useState(answer.today);
  const [body, setBody] = useState(answer.body);
  const ids = useMemo(submissionIds, []);
  const saving = useMutation({
    mutationFn: (confirm: boolean) => {
      const sent = { base: answer.base, fromOn, body, confirm };
      return saveEdition<EditionKind>(answer.kind, { id: ids.idOf(sent), ...sent });
    },
    onMutate: () => onSaved(false),
    onSuccess: async () => {
      onSaved(true);
      await client.invalidateQueries({ queryKey: ['edition', answer.kind] });
      await client.invalidateQueries({ queryKey: ['api'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(false);
  };
  const typing = () => saving.isError && saving.reset();
  const known = { fromOn: answer.today, body: answer.body };
  const faults = useEditionFaults({ kind: answer.kind, known, typed: { fromOn, body }, refusal: saving.error }, lang);
  const confirmable = saving.error instanceof Refused && saving.error.problem.type.endsWith('/confirm-needed');
  const fault = faultText(saving.error, accountWords(lang));
  return (
    <form className="office-form" onSubmit={submit} data-part="edition-form">
      <Field
        label={words.editions.from}
        hint={fill(words.editions.inForce, { day: formatDay(answer.fromOn, lang) })}
        type="date"
        required
        value={fromOn}
        fault={faults.find(({ field }) => field === 'fromOn')?.text ?? null}
        onText={(text) => {
          typing();
          setFromOn(text);
        }}
      />
      <EditionFaults value={faults}>
        <Body
          kind={answer.kind}
          body={body}
          lang={lang}
          onBody={(next) => {
            typing();
            setBody(next);
          }}
        />
      </EditionFaults>
      {fault && (
        <p className="fault all" role="alert">
          {fault}
        </p>
      )}
      <div className="row all">
        <button type="submit" className="primary" disabled={saving.isPending}>
          {words.save}
        </button>
        {confirmable && (
          <button type="button" className="quiet danger" onClick={() => saving.mutate(true)}>
            {words.editions.confirm}
          </button>
        )}
        {saved && <span role="status">{words.saved}</span>}
      </div>
    </form>
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
