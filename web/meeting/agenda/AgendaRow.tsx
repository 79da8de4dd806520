import type { AgendaItem } from '../../../server/meeting/rules.ts';
import { address } from '../../api.ts';
import { agendaWords } from '../../message/agenda/agenda-words.ts';
import { meetingWords } from '../../message/meeting/meeting-words.ts';
import { type Dragging, useDragRow, useDropPlace } from '../../ui/dragging.tsx';
import { fill, type Lang } from '../../ui/format.ts';

interface RowProps {
  item: AgendaItem;
  at: number;
  of: number;
  lang: Lang;
  dragging: Dragging;
  onEdit(change: Partial<AgendaItem>): void;
  onMove(to: number): void;
  onOut(): void;
  /** Another item was dropped on this one. */
  onDropped(id: string): void;
}

const byHandle = (pressed: Element) => pressed.closest('.handle') !== null;

/** 一项 — its title and minutes; moved by its handle, or with Alt and an arrow in any of its fields. */
export function AgendaRow({ item, at, of, lang, dragging, onEdit, onMove, onOut, onDropped }: RowProps) {
  const words = meetingWords(lang);
  const own = agendaWords(lang);
  const { rowProps, handle } = useDragRow({
    id: item.id,
    dragging,
    label: fill(own.handle, { title: item.title, n: at + 1, of }),
    handle: (
      <>
        <span aria-hidden="true">⠿</span> {at + 1}
      </>
    ),
    from: byHandle,
  });
  const place = useDropPlace({ dragging, label: fill(own.dropAt, { n: at + 1, of }), onDrop: onDropped });
  return (
    <li data-item={item.id} className={place.isOver ? 'over' : undefined} {...rowProps} {...place.dropProps}>
      {place.spot}
      {handle}
      <span className="kind">{item.search ? own.savedKind : words.kinds[item.kind]}</span>
      <input
        data-field="title"
        aria-label={`${words.itemTitle} ${at + 1}`}
        value={item.title}
        maxLength={120}
        onChange={({ target }) => onEdit({ title: target.value })}
      />
      <input
        data-field="minutes"
        type="number"
        min={0}
        max={600}
        aria-label={`${words.itemMinutes} ${at + 1}`}
        value={item.minutes}
        onChange={({ target }) =>
          onEdit({ minutes: Math.min(600, Math.max(0, Math.round(Number(target.value)) || 0)) })
        }
      />
      <button
        type="button"
        data-field="up"
        aria-label={`${words.up} ${item.title}`}
        disabled={at === 0}
        onClick={() => onMove(at - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        data-field="down"
        aria-label={`${words.down} ${item.title}`}
        disabled={at === of - 1}
        onClick={() => onMove(at + 1)}
      >
        ↓
      </button>
      <button type="button" data-field="out" aria-label={`${words.out} ${item.title}`} onClick={onOut}>
        ×
      </button>
      {item.kind === 'text' && (
        <textarea
          data-field="text"
          rows={3}
          aria-label={`${words.itemText} ${at + 1}`}
          value={item.text ?? ''}
          maxLength={4000}
          onChange={({ target }) => onEdit({ text: target.value })}
        />
      )}
      {item.picture && (
        <img className="thumb" src={address('/pictures/{name}', { name: item.picture })} alt={item.title} />
      )}
    </li>
  );
}
