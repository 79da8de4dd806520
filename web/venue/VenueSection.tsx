import type { DossierAnswer } from '../../server/dossier/answer.ts';
import { stages } from '../../server/venue/rules.ts';
import { shareText } from '../../server/words/share/rules.ts';
import { Marks } from '../dossier/Marks.tsx';
import { ageText, type Reading } from '../dossier/reading.ts';
import { Facts, NotReported, Section } from '../dossier/Section.tsx';
import { fill, formatDay, formatMoney } from '../ui/format.ts';
import { Checklist } from './Checklist.tsx';
import { ScheduleTimeline } from './ScheduleTimeline.tsx';
import './venue.css';

type Venue = NonNullable<DossierAnswer['venue']>;

/** The venue of a village: stage, schedule, checklist, acceptance and subsidy. */
export function VenueSection({ venue, reading }: { venue: DossierAnswer['venue']; reading: Reading }) {
  const { words, lang } = reading;
  if (!venue) {
    return (
      <Section title={words.venue} form={{ kind: 'venue', lang }}>
        <NotReported reading={reading} />
      </Section>
    );
  }
  const known = venue.items.filter(({ has }) => has !== null);
  return (
    <Section title={words.venue} aside={reportedText(venue, reading)} form={{ kind: 'venue', lang }}>
      <Stage venue={venue} reading={reading} />
      <h4>{words.schedule}</h4>
      {venue.milestones.some(({ plannedOn, doneOn }) => plannedOn || doneOn) ? (
        <ScheduleTimeline milestones={venue.milestones} reading={reading} />
      ) : (
        <NotReported reading={reading} />
      )}
      <h4>
        {words.checklist}
        <span>{fill(words.groupCount, { has: known.filter(({ has }) => has).length, all: venue.items.length })}</span>
      </h4>
      <Checklist items={venue.items} reading={reading} />
      <h4>{words.acceptance}</h4>
      <Marks marks={venue.marks} reading={reading} />
      <Acceptance venue={venue} reading={reading} />
    </Section>
  );
}

/** When the venue was last reported on and how long ago, with what is said beyond the limit. */
function reportedText({ reportedOn, reportAge }: Venue, { words, lang }: Reading): string {
  const said = fill(words.reportedOn, { day: formatDay(reportedOn, lang) });
  return [said, ageText(reportAge, words)].join(lang === 'zh' ? '，' : ', ');
}

function Stage({ venue, reading }: { venue: Venue; reading: Reading }) {
  const reached = (stages as readonly string[]).indexOf(venue.stage);
  return (
    <div className="venue-stage">
      <span className="stage-name">{reading.words.stage}</span>
      <strong>{venue.stageTitle[reading.lang]}</strong>
      <span className="stage-steps" aria-hidden="true">
        {stages.map((stage, i) => (
          <i key={stage} data-reached={i <= reached || undefined} />
        ))}
      </span>
    </div>
  );
}

function Acceptance({ venue, reading }: { venue: Venue; reading: Reading }) {
  const { words, lang } = reading;
  const day = (value: string | null) => (value ? formatDay(value, lang) : null);
  const { subsidyFen, subsidyPaidFen } = venue;
  const paid = subsidyPaidFen === null ? null : formatMoney(subsidyPaidFen, lang);
  const share = subsidyFen && subsidyPaidFen !== null ? shareText(subsidyPaidFen / subsidyFen) : null;
  return (
    <Facts
      reading={reading}
      facts={[
        [words.organisationAccepted, day(venue.organisationAcceptedOn) ?? words.notAccepted],
        [words.financeAccepted, day(venue.financeAcceptedOn) ?? words.notAccepted],
        [words.subsidy, subsidyFen === null ? null : formatMoney(subsidyFen, lang)],
        [words.subsidyPaid, paid && share ? fill(words.paidShare, { n: paid, share }) : paid],
      ]}
    />
  );
}
