import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { AgendaItem } from '../../../server/meeting/rules.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { useDragging } from '../../ui/dragging.tsx';
import { fill, type Lang } from '../../ui/format.ts';
import { InLanguage } from '../../ui/InLanguage.tsx';
import { AgendaRow } from './AgendaRow.tsx';

interface ListProps {
  items: AgendaItem[];
  lang: Lang;
  onItems(items: AgendaItem[]): void;
}

/** 议程项 — in their order; what moves keeps the focus, and where it went is said to those who cannot see it. */
export function AgendaList({ items, lang, onItems }: ListProps) {
  const words = agendaWords(lang);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const dragging = useDragging();
  /** The field that had the focus when its item was moved. */
  const focused = useRef<{ item: string; field: string } | null>(null);
  const move = (from: number, to: number) => {
    const moved = items[from];
    if (!moved || from === to || to < 0 || to >= items.length) return;
    setSaid(fill(words.moved, { title: moved.title, n: to + 1, of: items.length }));
    const field = list.current?.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-field')
      : null;
    focused.current = field ? { item: moved.id, field } : null;
    onItems(items.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  // An item put elsewhere in the page has lost the focus it had.
  useLayoutEffect(() => {
    const kept = focused.current;
    if (!kept || items.length === 0) return;
    focused.current = null;
    const row = list.current?.querySelector(`[data-item="${kept.item}"]`);
    const field = row?.querySelector<HTMLElement>(`[data-field="${kept.field}"]:not(:disabled)`);
    (field ?? row?.querySelector<HTMLElement>('[data-field="handle"]'))?.focus();
  }, [items]);
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    const id = (event.target as HTMLElement).closest('[data-item]')?.getAttribute('data-item');
    const at = items.findIndex((one) => one.id === id);
    if (at < 0) return;
    event.preventDefault();
    move(at, at + by);
  };
  return (
    <InLanguage lang={lang}>
      <p className="hint">{words.keyHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the fields within take the keys; this only hears them pass */}
      <ol ref={list} onKeyDown={onKeyDown}>
        {items.map((item, at) => (
          <AgendaRow
            key={item.id}
            {...{ item, at, lang, dragging }}
            of={items.length}
            onEdit={(change) => onItems(items.map((one, index) => (index === at ? { ...one, ...change } : one)))}
            onMove={(to) => move(at, to)}
            onDropped={(id) =>
              move(
                items.findIndex((one) => one.id === id),
                at,
              )
            }
            onOut={() => {
              setSaid(fill(words.removed, { title: item.title, of: items.length - 1 }));
              onItems(items.toSpliced(at, 1));
            }}
          />
        ))}
      </ol>
      <p className="spoken" role="status" aria-live="assertive" data-part="agenda-said">
        {said}
      </p>
    </InLanguage>
  );
}
