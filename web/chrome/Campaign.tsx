import type { SummaryAnswer } from '../../server/layer/answer.ts';
import { wordsOf } from '../message/words.ts';
import { daysBetween, fill, formatDay, type Lang } from '../ui/format.ts';

/** 百日行动 — how far the campaign is: its day, the days left, and its nodes on a line. */
export function Campaign({
  campaign,
  on,
  lang,
}: {
  campaign: NonNullable<SummaryAnswer['campaign']>;
  on: string;
  lang: Lang;
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
              <button type="button" className="node">
                <span className="node-tip">
                  {node.title[lang]} {formatDay(node.on, lang)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
