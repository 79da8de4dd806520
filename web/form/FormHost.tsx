import { queryOptions, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { AreasAnswer } from '../../server/area/answer.ts';
import type { SignedIn } from '../../server/user/answer.ts';
import { address, ask, type ParametersOf, type ReadPath, Refused } from '../api.ts';
import { formWords } from '../message/form/form-words.ts';
import type { KnownPlace } from '../places.ts';
import type { Lang } from '../ui/format.ts';
import { AreaForm } from './area/AreaForm.tsx';
import { Frame } from './FormSheet.tsx';
import type { FormKind } from './form-door.ts';
import { OrganisationForm } from './place/OrganisationForm.tsx';
import { ResponsibleForm } from './place/ResponsibleForm.tsx';
import { VenueForm } from './place/VenueForm.tsx';
import { OneVisit, OpenVisits } from './visit/VisitHost.tsx';

export interface HostProps {
  kind: FormKind;
  /** Id of the record, where the kind has several. */
  record: string | null;
  areas: AreasAnswer;
  looked: KnownPlace | null;
  /** Today in the county. */
  today: string;
  viewer: SignedIn;
  lang: Lang;
  onOpen(kind: FormKind, record?: string): void;
  onClose(): void;
  onSaved(proposed?: number): void;
}

/** What a form is given: the record as the server has it, for whom, and the ways out. */
export interface FormOfPlace<Answer> {
  answer: Answer;
  place: KnownPlace;
  viewer: SignedIn;
  lang: Lang;
  onClose(): void;
  onSaved(proposed?: number): void;
}

/** Asked anew whenever a form opens; not touched by what happens while it is open. */
export const formQuery = <Path extends ReadPath>(path: Path, parameters: ParametersOf<'GET', Path>) =>
  queryOptions({
    queryKey: ['form', address(path, parameters)],
    queryFn: ({ signal }) => ask(path, parameters, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  });

/** The form the address names. */
export default function FormHost(props: HostProps) {
  const { kind, looked } = props;
  switch (kind) {
    case 'venue':
    case 'organisation':
    case 'responsible':
      return looked && <PlaceForm {...props} kind={kind} place={looked} />;
    case 'visit':
    case 'plan':
      return <OneVisit {...props} />;
    case 'visits':
      return <OpenVisits {...props} />;
    case 'areas':
      return <AreaForm {...props} at={looked?.code ?? null} today={props.today} />;
  }
}

type PlaceProps = HostProps & { kind: 'venue' | 'organisation' | 'responsible'; place: KnownPlace };

function PlaceForm(props: PlaceProps) {
  const { code } = props.place;
  switch (props.kind) {
    case 'venue':
      return <Opened {...props} form={formQuery('/places/{code}/forms/venue', { code })} Fields={VenueForm} />;
    case 'organisation':
      return (
        <Opened {...props} form={formQuery('/places/{code}/forms/organisation', { code })} Fields={OrganisationForm} />
      );
    case 'responsible':
      return (
        <Opened {...props} form={formQuery('/places/{code}/forms/responsible', { code })} Fields={ResponsibleForm} />
      );
  }
}

interface OpenedProps<Answer> {
  form: UseQueryOptions<Answer, Error, Answer, string[]>;
  Fields: ComponentType<FormOfPlace<Answer>>;
}

function Opened<Answer>({ form, Fields, ...props }: PlaceProps & OpenedProps<Answer>) {
  const { kind, place, lang, onClose } = props;
  const query = useQuery(form);
  const title = formWords(lang).titles[kind];
  if (!query.data) return <Waiting title={title} place={place.name} lang={lang} query={query} onClose={onClose} />;
  return <Fields {...props} answer={query.data} />;
}

interface WaitingProps {
  title: string;
  place: string;
  lang: Lang;
  query: { error: Error | null; refetch(): Promise<unknown> };
  onClose(): void;
}

/** The sheet while its record is on its way, and where it did not come. */
export function Waiting({ title, place, lang, query, onClose }: WaitingProps) {
  const words = formWords(lang);
  return (
    <Frame title={title} place={place} lang={lang} onClose={onClose}>
      <div className="form-body" aria-busy={query.error === null}>
        {query.error ? (
          <p className="form-note" data-tone="bad" role="alert">
            {query.error instanceof Refused ? query.error.detail : words.loadFault}
            <button type="button" className="form-link" onClick={() => void query.refetch()}>
              {words.retry}
            </button>
          </p>
        ) : (
          <p className="form-part form-nothing">{words.loading}</p>
        )}
      </div>
    </Frame>
  );
}
