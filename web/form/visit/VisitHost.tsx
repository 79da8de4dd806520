import { useQuery } from '@tanstack/react-query';
import { formWords } from '../../message/form/form-words.ts';
import { may, sessionQuery } from '../../session.ts';
import { fill, formatDay } from '../../ui/format.ts';
import { formQuery, type HostProps, Waiting } from '../FormHost.tsx';
import { Frame } from '../FormSheet.tsx';
import { Part } from '../fields.tsx';
import { VisitForm } from './VisitForm.tsx';

/** One visit: that of the address, or a new one at the place looked at. */
export function OneVisit(props: HostProps) {
  const { kind, record, looked, today, lang, areas, onClose } = props;
  const words = formWords(lang);
  const place = looked ?? areas.county ?? { code: 'county', name: '' };
  const query = useQuery(
    formQuery(record === null ? '/visits/new' : '/visits/{id}', record === null ? {} : { id: record }),
  );
  if (!query.data)
    return <Waiting title={words.titles.visit} place={place.name} lang={lang} query={query} onClose={onClose} />;
  const opened = query.data;
  const here = looked?.kind === 'village' ? [{ code: looked.code, findings: [] }] : [];
  const values = {
    ...opened.values,
    state: kind === 'plan' ? 'planned' : 'made',
    occurredOn: today,
    places: here,
  } as const;
  return <VisitForm {...props} place={place} answer={record === null ? { ...opened, values } : opened} />;
}

/** 督查计划 — what is planned and not yet made, and what was found and is still open; each opens its form. */
export function OpenVisits(props: HostProps) {
  const { lang, areas, onClose, onOpen } = props;
  const words = formWords(lang);
  const session = useQuery(sessionQuery()).data;
  const county = areas.county?.name ?? '';
  const query = useQuery(formQuery('/visits/open', {}));
  if (!query.data)
    return <Waiting title={words.titles.visits} place={county} lang={lang} query={query} onClose={onClose} />;
  const { visits } = query.data;
  const parts = (['planned', 'made'] as const).map((state) =>
    visits.filter((visit) => visit.state === state).sort((one, next) => Number(next.mine) - Number(one.mine)),
  );
  return (
    <Frame title={words.titles.visits} place={county} lang={lang} onClose={onClose}>
      <div className="form-body">
        {parts.map((some, at) => (
          <Part key={at === 0 ? 'planned' : 'made'} title={at === 0 ? words.plannedVisits : words.openVisits}>
            {some.length === 0 && <p className="form-nothing">{words.noPlanned}</p>}
            {some.map((visit) => (
              <div key={visit.id} className="form-plan" data-part="open-visit">
                <span>
                  <strong>{formatDay(visit.on, lang)}</strong> {words.visitLevels[visit.level]} ·{' '}
                  {visit.announced ? words.announcedYes : words.announcedNo}
                  {visit.team !== null && ` · ${visit.team}`}
                  <small>{visit.places.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')}</small>
                </span>
                {visit.state === 'made' && (
                  <small>{fill(words.openCount, { n: visit.places.reduce((sum, { open }) => sum + open, 0) })}</small>
                )}
                {visit.mine && (
                  <button type="button" className="form-quiet" onClick={() => onOpen('visit', visit.id)}>
                    {words.edit}
                  </button>
                )}
              </div>
            ))}
          </Part>
        ))}
      </div>
      {may(session, 'plan-visit') && (
        <footer className="form-foot">
          <p />
          <button type="button" className="form-primary" data-part="plan-visit" onClick={() => onOpen('plan')}>
            {words.planVisit}
          </button>
        </footer>
      )}
    </Frame>
  );
}
