import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { ListAnswer } from '../../server/list/answer.ts';
import { dossierWords, fill, formatDay, type Lang } from '../ui/format.ts';
import { ListTable } from './ListTable.tsx';
import './list.css';
import './list-print.css';
import { type ListOrder, nextOrder, sortRows } from './sort-rows.ts';

export interface ListProps {
  answer: ListAnswer;
  layer: LayerAnswer;
  title: string;
  lang: Lang;
  theme: 'light' | 'dark';
  /** Address of the same list as .xlsx. */
  xlsxHref: string;
  /** What else can be taken away of it. */
  papers?: ReactNode;
  onPlace(code: string): void;
  onClose(): void;
}

/** 台账 — the list behind a number, beside the map and not over it: sortable, and taken away as .xlsx. Esc closes it. */
export function ListPanel({ answer, layer, title, lang, theme, xlsxHref, papers, onPlace, onClose }: ListProps) {
  const words = dossierWords(lang);
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [order, setOrder] = useState<ListOrder | null>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const rows = sortRows(answer.rows, order, { classes: layer.classes, lang });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      className="list"
      role="dialog"
      aria-modal="false"
      aria-labelledby={titleId}
      data-part="list"
      onKeyDown={onKeyDown}
    >
      <header className="list-head">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {fill(words.listOf, { title })}
        </h2>
        <p className="list-count">
          <strong data-part="list-count">{fill(words.listCount, { n: answer.rows.length })}</strong>
          <span>{fill(words.listOn, { day: formatDay(answer.on, lang) })}</span>
        </p>
        {order && (
          <button type="button" className="list-action" onClick={() => setOrder(null)}>
            {words.sortBack}
          </button>
        )}
        <a className="list-action list-xlsx" href={xlsxHref} download data-part="list-xlsx">
          {words.download}
        </a>
        {papers}
        <button type="button" className="list-close" onClick={onClose} aria-label={words.close} title={words.close}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      {rows.length === 0 ? (
        <p className="list-empty">{words.listEmpty}</p>
      ) : (
        <ListTable
          rows={rows}
          columns={answer.columns}
          layer={layer}
          order={order}
          reading={{ lang, words, theme, on: answer.on }}
          onSort={(column) => setOrder(nextOrder(order, column))}
          onPlace={onPlace}
        />
      )}
    </div>
  );
}
