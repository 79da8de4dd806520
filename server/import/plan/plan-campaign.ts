import type { LedgerFile } from '../../../geodata/format/hand-over.ts';
import type { Note } from '../../../geodata/note.ts';
import type { Campaign } from '../../campaign/rules.ts';
import { campaignWords, countyInTitle } from '../../words/campaign-items.message.ts';
import type { Text } from '../../words/text.ts';
import { Cells } from '../cells.ts';
import { type Counts, spotOf } from '../ledger-stock.ts';
import { canonical } from './plan-reports.ts';

export interface CampaignPlan {
  /** The edition to write; null when the files hold none or the one in force. */
  campaign: Campaign | null;
  /** The county's name as the plan writes it, by itself or in its title; null when it does not. */
  countyName: string | null;
  counts: Counts;
}

const defaultDays = 100;

/** A campaign plan: title, first day, days, and every other row with a date as a time node. Without a first day there is no campaign. */
export function planCampaign(ledgers: LedgerFile[], inForce: Campaign | null, notes: Note[]): CampaignPlan {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  let countyName: string | null = null;
  let last = inForce;
  for (const ledger of ledgers) {
    const read = readCampaign(ledger, notes);
    countyName = read.countyName ?? countyName;
    if (!read.campaign) {
      const at = { file: ledger.file, sheet: ledger.sheet };
      notes.push({ code: 'campaign-without-start', severity: 'warning', at });
      continue;
    }
    const kind = !last ? 'added' : canonical(last) === canonical(read.campaign) ? 'unchanged' : 'changed';
    counts[kind]++;
    last = read.campaign;
  }
  return { campaign: counts.added + counts.changed > 0 ? last : null, countyName, counts };
}

function readCampaign(ledger: LedgerFile, notes: Note[]): { campaign: Campaign | null; countyName: string | null } {
  const said: Record<keyof typeof campaignWords, string | null> = {
    title: null,
    firstOn: null,
    days: null,
    county: null,
  };
  const nodes: Campaign['nodes'] = [];
  for (const row of ledger.rows) {
    const cells = new Cells(row);
    const item = cells.text('item');
    const on = cells.text('on');
    const content = cells.text('content');
    const key = (Object.keys(said) as (keyof typeof said)[]).find((word) =>
      campaignWords[word].includes((item ?? '').replace(/[\s：:]/g, '')),
    );
    if (key) said[key] = (key === 'firstOn' ? (on ?? content) : content) ?? said[key];
    else if (on) nodes.push({ title: same(content ?? item ?? ''), on });
    else
      notes.push({
        code: 'campaign-item-unknown',
        severity: 'warning',
        at: spotOf(ledger, row),
        values: { item: item ?? '' },
      });
  }
  const county = said.county ?? countyInTitle.exec(said.title ?? '')?.[1] ?? null;
  const firstOn = /^\d{4}-\d{2}-\d{2}$/.test(said.firstOn ?? '') ? said.firstOn : null;
  if (!firstOn) return { campaign: null, countyName: county };
  const days = Number.parseInt(said.days ?? '', 10) || defaultDays;
  nodes.sort((a, b) => (a.on < b.on ? -1 : 1));
  return { campaign: { title: same(said.title ?? ''), firstOn, days, nodes }, countyName: county };
}

/** A county writes its plan in one language; it stands for both. */
const same = (words: string): Text => ({ zh: words, en: words });
