import type { DossierAnswer } from '../../server/dossier/answer.ts';
import { Marks } from '../dossier/Marks.tsx';
import { Person } from '../dossier/People.tsx';
import { ageText, type Reading } from '../dossier/reading.ts';
import { Facts, NotReported, Section } from '../dossier/Section.tsx';
import { fill, formatDay } from '../ui/format.ts';
import { Problems } from './Problems.tsx';

type Organisation = NonNullable<DossierAnswer['organisation']>;

/** The party organisation of a village: screened or not, and its turnaround where it was named backward. */
export function OrganisationSection(props: { organisation: DossierAnswer['organisation']; reading: Reading }) {
  const { organisation, reading } = props;
  const { words, lang } = reading;
  if (!organisation) {
    return (
      <Section title={words.organisation} form={{ kind: 'organisation', lang }}>
        <NotReported reading={reading} />
      </Section>
    );
  }
  const { screenedOn, turnaround } = organisation;
  return (
    <Section title={words.organisation} aside={asideText(organisation, reading)} form={{ kind: 'organisation', lang }}>
      <Facts
        reading={reading}
        facts={[
          [words.organisationName, organisation.name],
          ...(screenedOn ? [] : [[words.screened, null] as const]),
          [
            words.turnaround,
            turnaround ? (
              <strong className="named-by" key="named">
                {words.namedBy[turnaround.namedBy]}
              </strong>
            ) : screenedOn ? (
              words.notBackward
            ) : null,
          ],
        ]}
      />
      {turnaround && <Turnaround turnaround={turnaround} reading={reading} />}
    </Section>
  );
}

/** When it was screened; of one still to be put right how long ago it was last reported on. */
function asideText({ screenedOn, turnaround, reportAge }: Organisation, { words, lang }: Reading): string {
  const screened = screenedOn ? [fill(words.screenedOn, { day: formatDay(screenedOn, lang) })] : [];
  const age = turnaround && turnaround.signedOffOn === null ? [ageText(reportAge, words)] : [];
  return [...screened, ...age].join(lang === 'zh' ? '，' : ', ');
}

function Turnaround(props: { turnaround: NonNullable<Organisation['turnaround']>; reading: Reading }) {
  const { turnaround, reading } = props;
  const { words, lang } = reading;
  const day = (value: string | null) => (value ? formatDay(value, lang) : null);
  return (
    <>
      <h4>{fill(words.problems, { n: turnaround.problems.length })}</h4>
      {turnaround.problems.length === 0 ? (
        <NotReported reading={reading} />
      ) : (
        <Problems problems={turnaround.problems} reading={reading} />
      )}
      <Marks marks={turnaround.marks} reading={reading} />
      <h4>{words.turnaround}</h4>
      <Facts
        reading={reading}
        facts={[
          [words.namedOn, day(turnaround.namedOn)],
          [words.leader, <Person key="leader" person={turnaround.leader} reading={reading} />],
          [words.groupHead, <Person key="head" person={turnaround.groupHead} reading={reading} />],
          [words.groupUnits, turnaround.groupUnits.join(words.listSeparator) || null],
          [words.guidingUnit, turnaround.guidingUnit],
          [words.stationedOn, day(turnaround.stationedOn) ?? words.notStationed],
          [words.signedOffOn, day(turnaround.signedOffOn) ?? words.notSignedOff],
        ]}
      />
    </>
  );
}
