import { daysBetween } from '../../server/calendar/rules.ts';
import type { NodeAnswer, SummaryAnswer } from '../../server/list/answer.ts';
import { wordsOf } from '../message/words.ts';
import { fill, formatDay, type Lang } from '../ui/format.ts';

/** 百日行动 — how far the campaign is: its day, the days left, and its nodes on a line. */
export function Campaign({
  campaign,
  on,
  lang,
  onUnmet,
}: {
  campaign: NonNullable<SummaryAnswer['campaign']>;
  on: string;
  lang: Lang;
  /** Opens the list of those that did not meet a key date. */
  onUnmet(met: NonNullable<NodeAnswer['met']>): void;
}) {
  const words = wordsOf(lang);
  const { day, days, daysLeft, daysTo, daysSince } = campaign;
  const numbers = { day, days, daysLeft, daysTo, daysSince };
  const share = (day: number) => `${Math.max(0, Math.min(100, (day / campaign.days) * 100))}%`;
  return (
    <section className="campaign" aria-label={campaign.title[lang]} data-part="campaign">
      <p className="campaign-title">{campaign.title[lang]}</p>
      <p className="campaign-day">
        <strong>{fill(words.campaign[campaign.state].main, numbers)}</strong>
        <span>{fill(words.campaign[campaign.state].side, numbers)}</span>
      </p>
      <div className="campaign-line">
        <span className="campaign-done" style={{ width: share(campaign.day) }} />
        <ul>
          {campaign.nodes.map((node) => (
            <li
              key={node.on}
              className={node.on < on ? 'past' : ''}
              style={{ left: share(daysBetween(campaign.firstOn, node.on) + 1) }}
            >
              <button
                type="button"
                className="node"
                data-part="node"
                data-opens={node.met !== null}
                onClick={() => node.met && onUnmet(node.met)}
              >
                <span className="node-tip">{nodeText(node, on, lang)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** A key date in words: its day, that it passed, and where something measures it how many met it then and have by now. */
function nodeText({ title, on: nodeOn, met }: NodeAnswer, on: string, lang: Lang): string {
  const { node: words } = wordsOf(lang);
  const said = { title: title[lang], day: formatDay(nodeOn, lang) };
  if (nodeOn > on) return `${said.title} ${said.day}`;
  if (met === null) return nodeOn < on ? fill(words.passed, said) : `${said.title} ${said.day}`;
  const { onDay, now } = met;
  const text = fill(words.met, { ...said, on: onDay.count, onOf: onDay.of, now: now.count, of: now.of });
  return `${text}${lang === 'zh' ? '。' : '. '}${words.list}`;
}
