import type { DossierAnswer, PersonAnswer } from '../../server/dossier/answer.ts';
import { fill, formatDay } from '../ui/format.ts';
import type { Reading } from './reading.ts';
import { Facts, NotReported, Section } from './Section.tsx';

/** An office-holder: name, post and unit, and the work number to call. */
export function Person({ person, reading }: { person: PersonAnswer | null; reading: Reading }) {
  const { words } = reading;
  if (!person || (person.name === null && person.post === null && person.unit === null)) {
    return <NotReported reading={reading} />;
  }
  const { unit, post: held } = person;
  const post = [unit !== null && held?.startsWith(unit) ? null : unit, held].filter(Boolean).join(' ');
  return (
    <span className="person">
      {person.name !== null && <span className="person-name">{person.name}</span>}
      {post !== '' && <span className="person-post">{post}</span>}
      {person.workPhone !== null && (
        <a
          className="person-phone"
          href={`tel:${person.workPhone.replace(/[^\d+]/g, '')}`}
          aria-label={`${fill(words.phone, { name: person.name ?? post })} ${person.workPhone}`}
        >
          {person.workPhone}
        </a>
      )}
    </span>
  );
}

/** The people who answer for a place, by what they answer for. */
export function People({ dossier, reading }: { dossier: DossierAnswer; reading: Reading }) {
  return (
    <Section title={reading.words.people} form={{ kind: 'responsible', lang: reading.lang }}>
      {dossier.responsible.length === 0 ? (
        <NotReported reading={reading} />
      ) : (
        <Facts
          reading={reading}
          facts={dossier.responsible.map(
            ({ title, person }) =>
              [title[reading.lang], <Person key={title.zh} person={person} reading={reading} />] as const,
          )}
        />
      )}
    </Section>
  );
}

/** The county leader linked with a town, and since when. */
export function LinkedLeader({ dossier, reading }: { dossier: DossierAnswer; reading: Reading }) {
  const { linkage } = dossier;
  const since = linkage && fill(reading.words.linkageFrom, { day: formatDay(linkage.fromOn, reading.lang) });
  return (
    <Section title={reading.words.linkage} aside={since ?? undefined}>
      <Person person={linkage?.leader ?? null} reading={reading} />
    </Section>
  );
}
