import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../../server/campaign/rules.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { layersQuery } from '../queries.ts';
import { Field } from '../ui/Field.tsx';
import type { Lang } from '../ui/format.ts';
import { RowFaults, useFaultOf, useInvalid } from './edition-faults.tsx';
import { NodeMeasureRow } from './NodeMeasureRow.tsx';

/** The campaign's name, first day, length and nodes. */
export function CampaignRows({
  campaign,
  lang,
  onCampaign,
}: {
  campaign: Campaign;
  lang: Lang;
  onCampaign(campaign: Campaign): void;
}) {
  const { editions: words } = adminWords(lang);
  const faultOf = useFaultOf();
  const invalid = useInvalid();
  const layers = useQuery(layersQuery({ asOf: null })).data?.layers ?? [];
  const { title, nodes } = campaign;
  const set = (change: Partial<Campaign>) => onCampaign({ ...campaign, ...change });
  const node = (at: number, change: Partial<Campaign['nodes'][number]>) =>
    set({ nodes: nodes.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <>
      <Field
        label={words.campaignTitle}
        required
        value={title.zh}
        fault={faultOf('body.title.zh')}
        onText={(zh) => set({ title: { ...title, zh } })}
      />
      <Field
        label={words.campaignTitleEn}
        required
        lang="en"
        value={title.en}
        onText={(en) => set({ title: { ...title, en } })}
      />
      <Field
        label={words.firstOn}
        type="date"
        required
        value={campaign.firstOn}
        fault={faultOf('body.firstOn')}
        onText={(firstOn) => set({ firstOn })}
      />
      <Field
        label={words.days}
        type="number"
        min={1}
        max={1000}
        required
        value={String(campaign.days)}
        fault={faultOf('body.days')}
        onText={(days) => set({ days: Number(days) })}
      />
      <fieldset className="all">
        <legend>{words.nodes}</legend>
        <p className="edition-head" aria-hidden="true">
          <span>{words.node}</span>
          <span>{words.itemEn}</span>
          <span>{words.nodeOn}</span>
        </p>
        <ol className="edition-rows">
          {nodes.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no identity but their place in the list
            <li key={at}>
              <input
                aria-label={words.node}
                required
                value={one.title.zh}
                {...invalid(`body.nodes.${at}.title.zh`)}
                onChange={(event) => node(at, { title: { ...one.title, zh: event.target.value } })}
              />
              <input
                aria-label={words.itemEn}
                required
                lang="en"
                value={one.title.en}
                onChange={(event) => node(at, { title: { ...one.title, en: event.target.value } })}
              />
              <input
                aria-label={words.nodeOn}
                type="date"
                required
                value={one.on}
                {...invalid(`body.nodes.${at}.on`)}
                onChange={(event) => node(at, { on: event.target.value })}
              />
              <button
                type="button"
                className="link"
                onClick={() => set({ nodes: nodes.filter((_, index) => index !== at) })}
              >
                {words.remove}
              </button>
              <NodeMeasureRow
                {...{ layers, lang, measure: one.measure ?? null }}
                onMeasure={(measure) => node(at, { measure })}
              />
              <RowFaults of={`body.nodes.${at}`} />
            </li>
          ))}
        </ol>
        <button
          type="button"
          className="link"
          onClick={() => set({ nodes: [...nodes, { title: { zh: '', en: '' }, on: campaign.firstOn }] })}
        >
          + {words.addNode}
        </button>
      </fieldset>
    </>
  );
}
