import type { DossierAnswer } from '../../server/dossier/answer.ts';
import { fill, formatDay } from '../ui/format.ts';
import type { Reading } from './reading.ts';
import { Section } from './Section.tsx';

const shown = 5;

/** Former names of the place; nothing where it never had another. */
export function FormerNames({ dossier, reading }: { dossier: DossierAnswer; reading: Reading }) {
  const { words, lang } = reading;
  if (dossier.formerNames.length === 0) return null;
  return (
    <Section title={words.formerNames}>
      <ul className="plain-list">
        {dossier.formerNames.map(({ name, code, untilOn }) => (
          <li key={`${code}-${untilOn}`}>
            <span>{name}</span>
            <span className="code">{code}</span>
            <span className="faint">{fill(words.formerUntil, { day: formatDay(untilOn, lang) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Places merged into this one and what was last reported of them; nothing where there are none. */
export function MergedPlaces({ dossier, reading }: { dossier: DossierAnswer; reading: Reading }) {
  const { words, lang } = reading;
  if (dossier.merged.length === 0) return null;
  return (
    <Section title={words.merged}>
      <ul className="plain-list">
        {dossier.merged.map(({ name, code, untilOn, venue, organisation }) => (
          <li key={code} className="merged-place">
            <span>{name}</span>
            <span className="code">{code}</span>
            <span className="faint">{fill(words.mergedOn, { day: formatDay(untilOn, lang) })}</span>
            {venue !== null && (
              <span>
                {fill(words.mergedVenue, { stage: venue.stageTitle[lang], day: formatDay(venue.reportedOn, lang) })}
              </span>
            )}
            {organisation !== null && (
              <span>{fill(words.mergedOrganisation, { name: organisation.name, n: organisation.open })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was reported or changed, when, and the file it came from. */
export function History({ dossier, reading }: { dossier: DossierAnswer; reading: Reading }) {
  const { words } = reading;
  const { history } = dossier;
  if (history.length === 0) return null;
  return (
    <Section title={words.history}>
      <HistoryList entries={history.slice(0, shown)} reading={reading} />
      {history.length > shown && (
        <details className="dossier-more">
          <summary>{fill(words.earlierHistory, { n: history.length - shown })}</summary>
          <HistoryList entries={history.slice(shown)} reading={reading} />
        </details>
      )}
    </Section>
  );
}

function HistoryList({ entries, reading }: { entries: DossierAnswer['history']; reading: Reading }) {
  const { words, lang } = reading;
  return (
    <ol className="history">
      {entries.map((entry, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes may share instant and action; the order never changes
        <li key={`${entry.at}-${i}`}>
          <time dateTime={entry.on}>{formatDay(entry.on, lang)}</time>
          <span>{entry.title[lang]}</span>
          {entry.source !== null && (
            <span className="faint history-source" title={entry.source}>
              {fill(words.source, { source: entry.source })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
