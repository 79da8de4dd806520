import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OperationsAnswer } from '../../server/backup/operations.ts';
import { ask, send } from '../api.ts';
import { reasonOf } from '../form/save/reason-of.ts';
import { useForm } from '../form/use-form.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import { may, sessionQuery } from '../session.ts';
import { fill, formatDay, instantText, type Lang } from '../ui/format.ts';
import { PanelState } from '../ui/PanelState.tsx';

/** A backup each night is a day old at most, with two hours' grace. */
const staleHours = 26;

/** 运行状况 — the store, its backups' age, room on the disk, who is connected. */
export function Operations({ lang }: { lang: Lang }) {
  const { operations: words } = adminWords(lang);
  const query = useQuery({
    queryKey: ['operations'],
    queryFn: ({ signal }) => ask('/operations', {}, signal),
    refetchInterval: 10_000,
  });
  if (!query.data) return <PanelState query={query} lang={lang} />;
  const { backups, clock, disk, store, version, startedAt, sessions, streams, unnamedProxies } = query.data;
  const stale = backups.ageHours === null || backups.ageHours > staleHours;
  const { failed } = backups;
  return (
    <dl className="facts" data-part="operations">
      <Fact
        title={words.store}
        bad={store.state !== 'ready'}
        note={`${words.engine} ${store.engine}`}
        fault={words.durability[store.durability]}
      >
        {words.states[store.state]}
      </Fact>
      <Fact
        title={words.backup}
        bad={stale || failed !== null}
        note={
          backups.at === null
            ? words.neverText
            : [backups.at && instantText(backups.at, lang), stale ? words.stale : null].filter(Boolean).join(' · ')
        }
        fault={failed && `${fill(words.failedAt, { at: instantText(failed.at, lang) })}${failed.why[lang]}`}
      >
        {backups.at === null
          ? words.never
          : backups.ageHours === null
            ? words.ahead
            : fill(words.age, { hours: Math.floor(backups.ageHours) })}
      </Fact>
      <ServerClock clock={clock} lang={lang} />
      <Fact title={words.size} note={`${words.schema} ${store.schema}`}>
        {megabytes(store.sizeBytes)}
      </Fact>
      <Fact title={words.free} bad={disk.freeBytes !== null && disk.freeBytes < 1e9}>
        {megabytes(disk.freeBytes)}
      </Fact>
      <Fact title={words.sessions}>{sessions}</Fact>
      <Fact title={words.streams}>{streams}</Fact>
      {unnamedProxies.map((address) => (
        <Fact key={address} title={words.proxy} bad fault={fill(words.proxyUnnamed, { address })}>
          {address}
        </Fact>
      ))}
      <Fact title={words.version} note={`${words.started} ${instantText(startedAt, lang)}`}>
        {version}
      </Fact>
    </dl>
  );
}

/** 服务器日期 — the clock everything is dated by, and what sets it going again where it was wrong. */
function ServerClock({ clock, lang }: { clock: OperationsAnswer['clock']; lang: Lang }) {
  const { operations: words } = adminWords(lang);
  const client = useQueryClient();
  const session = useQuery(sessionQuery()).data;
  const form = useForm({
    of: null,
    opened: { base: '', values: { today: clock.today } },
    send: ({ id, values }) => send('POST', '/clock/confirm', {}, { id, ...values }),
    onSaved: () => client.invalidateQueries(),
  });
  const { fault } = clock;
  const said = fault && fill(words.clockFault[fault.is], { hours: fault.byHours });
  return (
    <Fact
      title={words.clock}
      bad={fault !== null}
      note={instantText(clock.now, lang)}
      fault={
        reasonOf(form, lang) ??
        (said && `${said}${lang === 'en' ? ' ' : ''}${fault?.refused ? words.clockRefused : ''}`)
      }
    >
      {formatDay(clock.today, lang)}
      {fault && may(session, 'confirm-day') && (
        <button
          type="button"
          disabled={form.phase.is === 'sending'}
          onClick={() => void form.save({ today: clock.today })}
        >
          {fill(words.confirmDay, { day: formatDay(clock.today, lang) })}
        </button>
      )}
    </Fact>
  );
}

interface FactProps {
  title: string;
  note?: string;
  bad?: boolean;
  /** What went wrong, and what to do. */
  fault?: string | null;
  children: ReactNode;
}

function Fact({ title, note, bad = false, fault = null, children }: FactProps) {
  return (
    <div className={bad ? 'bad' : ''}>
      <dt>{title}</dt>
      <dd>
        {children}
        {note && <span className="sub">{note}</span>}
        {fault && <span className="fault">{fault}</span>}
      </dd>
    </div>
  );
}

function megabytes(bytes: number | null): string {
  if (bytes === null) return '—';
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
