import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { fill, instantText, type Lang } from '../../ui/format.ts';

/** 历次版本 — every agenda the meeting had; one of them is taken back as a new version. */
export function AgendaVersions({
  id,
  lang,
  blocked,
  onTake,
}: {
  id: string;
  lang: Lang;
  /** Something is not saved that would be lost. */
  blocked: boolean;
  onTake(number: number): Promise<void>;
}) {
  const words = agendaWords(lang);
  const [open, setOpen] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  const versions = useQuery({
    queryKey: ['api', 'meeting', id, 'versions'],
    queryFn: ({ signal }) => ask('/meetings/{meeting}/versions', { meeting: id }, signal),
    enabled: open,
  }).data?.versions;
  const items = useQuery({
    queryKey: ['api', 'meeting', id, 'versions', looked],
    queryFn: ({ signal }) => ask('/meetings/{meeting}/versions/{number}', { meeting: id, number: looked ?? 0 }, signal),
    enabled: looked !== null,
  }).data?.items;
  return (
    <details className="versions" data-part="agenda-versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.versions}</summary>
      {blocked && <p className="hint">{words.takeBackBlocked}</p>}
      <ol>
        {versions?.map((one) => (
          <li key={one.number}>
            <p className="row">
              <button
                type="button"
                className="link"
                aria-expanded={looked === one.number}
                onClick={() => setLooked(looked === one.number ? null : one.number)}
              >
                {fill(words.versionLine, {
                  ...{ n: one.number, at: instantText(one.savedAt, lang), items: one.items, minutes: one.minutes },
                  who: one.savedBy?.name ?? words.somebody,
                })}
              </button>
              {one.current ? (
                <span className="sub">{words.current}</span>
              ) : (
                <button type="button" disabled={blocked} onClick={() => void onTake(one.number)}>
                  {words.takeBack}
                </button>
              )}
            </p>
            {looked === one.number && (
              <ol className="their-items">
                {items?.map((item) => (
                  <li key={item.id}>{item.title}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
