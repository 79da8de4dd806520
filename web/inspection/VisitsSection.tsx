import type { DossierAnswer } from '../../server/dossier/answer.ts';
import { listed } from '../../server/words/names/rules.ts';
import { Person } from '../dossier/People.tsx';
import type { Reading } from '../dossier/reading.ts';
import { Section } from '../dossier/Section.tsx';
import { fill, formatDay } from '../ui/format.ts';
import { LampChip } from '../ui/LampChip.tsx';

type Visit = DossierAnswer['visits'][number];

const shown = 3;

/** Visits to the place, newest first; the earlier ones folded away. */
export function VisitsSection({ visits, reading }: { visits: Visit[]; reading: Reading }) {
  const { words } = reading;
  const list = (some: Visit[]) => (
    <ol className="cards">
      {some.map((visit) => (
        <li key={visit.id} className="card">
          <VisitCard visit={visit} reading={reading} />
        </li>
      ))}
    </ol>
  );
  return (
    <Section title={fill(words.visits, { n: visits.length })} form={{ kind: 'visit', lang: reading.lang }}>
      {visits.length === 0 ? <p className="nothing">{words.noVisits}</p> : list(visits.slice(0, shown))}
      {visits.length > shown && (
        <details className="dossier-more">
          <summary>{fill(words.earlierVisits, { n: visits.length - shown })}</summary>
          {list(visits.slice(shown))}
        </details>
      )}
    </Section>
  );
}

function VisitCard({ visit, reading }: { visit: Visit; reading: Reading }) {
  const { words, lang } = reading;
  return (
    <>
      <p className="card-head visit-head">
        <strong>{formatDay(visit.on, lang)}</strong>
        <span>{visit.levelTitle[lang]}</span>
        <span>{visit.announced ? words.announced : words.unannounced}</span>
        {visit.team !== null && <span>{visit.team}</span>}
        {visit.formerly.length > 0 && <span>{fill(words.visitedFormer, { name: listed(visit.formerly, lang) })}</span>}
        <span className="visit-number">{visit.number}</span>
      </p>
      {visit.leader && (
        <p className="visit-leader">
          {words.visitLeader} <Person person={visit.leader} reading={reading} />
        </p>
      )}
      {visit.findings.length === 0 ? (
        <p className="nothing">{words.noFindings}</p>
      ) : (
        <ul className="findings" aria-label={words.findings}>
          {visit.findings.map((finding, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a visit may note one finding twice; the order is the ledger's
            <li key={i}>
              <span>{finding.text}</span>
              <FindingState closedOn={finding.closedOn} reading={reading} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FindingState({ closedOn, reading }: { closedOn: string | null; reading: Reading }) {
  const { words, lang, theme } = reading;
  return closedOn ? (
    <LampChip lamp="done" theme={theme} text={fill(words.closed, { day: formatDay(closedOn, lang) })} />
  ) : (
    <LampChip lamp="near" theme={theme} text={words.open} />
  );
}
