import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { AreasAnswer } from '../../server/area/answer.ts';
import { formWords } from '../message/form/form-words.ts';
import type { KnownPlace } from '../places.ts';
import { summaryQuery } from '../queries.ts';
import { sessionQuery } from '../session.ts';
import { fill } from '../ui/format.ts';
import type { ViewState } from '../url.ts';
import type { ChangeView } from '../use-view.ts';
import { type FormDoor, FormDoorProvider, type FormKind, formActions, mayOpen } from './form-door.ts';

const FormHost = lazy(() => import('./FormHost.tsx'));

interface DoorProps {
  areas: AreasAnswer;
  view: ViewState;
  looked: KnownPlace | null;
  change: ChangeView;
  children: ReactNode;
}

/** The way from the panels to the forms, and the form that the address says is open. */
export function Door({ areas, view, looked, change, children }: DoorProps) {
  const session = useQuery(sessionQuery()).data;
  const today = useQuery(summaryQuery(view)).data?.on;
  const [saved, setSaved] = useState<{ at: number; proposed: number } | null>(null);
  const words = formWords(view.lang);
  const codes = useMemo(() => codesOf(areas, looked), [areas, looked]);
  const door = useMemo<FormDoor | null>(
    () =>
      view.asOf === null && session?.viewer
        ? {
            may: (kind) => mayOpen(session, kind, codes),
            open: (kind, record) => change({ form: record ? `${kind}:${record}` : kind }),
          }
        : null,
    [view.asOf, session, codes, change],
  );
  const [kind, record] = (view.form?.split(':') ?? []) as [string | undefined, string | undefined];
  const opened = door && kind !== undefined && kind in formActions && door.may(kind as FormKind);
  return (
    <FormDoorProvider value={door}>
      {children}
      {saved !== null && (
        <p className="form-saved" role="status" data-part="form-saved" key={saved.at}>
          {saved.proposed > 0 ? fill(words.savedAsking, { n: saved.proposed }) : words.saved}
        </p>
      )}
      {opened && session?.viewer && today !== undefined && (
        <Suspense fallback={null}>
          <FormHost
            key={`${view.form}:${looked?.code ?? ''}`}
            kind={kind as FormKind}
            record={record ?? null}
            areas={areas}
            looked={looked}
            today={today}
            viewer={session.viewer}
            lang={view.lang}
            onOpen={door.open}
            onClose={() => change({ form: null }, 'replace')}
            onSaved={(proposed = 0) => {
              change({ form: null }, 'replace');
              setSaved({ at: Date.now(), proposed: proposed });
              setTimeout(() => setSaved(null), proposed > 0 ? 9000 : 4000);
            }}
          />
        </Suspense>
      )}
    </FormDoorProvider>
  );
}

function codesOf(areas: AreasAnswer, looked: KnownPlace | null): string[] {
  if (!looked) return [];
  const town = looked.kind === 'village' ? areas.towns.find(({ fid }) => fid === looked.town)?.code : undefined;
  return [looked.code, ...(town === undefined ? [] : [town]), ...(areas.county ? [areas.county.code] : [])];
}
