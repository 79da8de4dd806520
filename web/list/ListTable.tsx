import type { KeyboardEvent } from 'react';
import type { LayerAnswer } from '../../server/layer/answer.ts';
import type { ListAnswer, ListRow } from '../../server/list/answer.ts';
import type { Reading } from '../dossier/reading.ts';
import { fill, formatDay, formatValue } from '../ui/format.ts';
import { Swatch } from '../ui/Swatch.tsx';
import type { ListColumn, ListOrder } from './sort-rows.ts';

interface ListTableProps {
  rows: ListRow[];
  columns: ListAnswer['columns'];
  layer: LayerAnswer;
  order: ListOrder | null;
  reading: Reading;
  onSort(column: ListColumn): void;
  onPlace(code: string): void;
}

/** The rows of a list as a table: each opens its place, by its button for the keys; arrow keys go from row to row. */
export function ListTable(props: ListTableProps) {
  const { rows, columns, layer, reading } = props;
  const { words, lang } = reading;
  const numeric = numericColumns(rows, columns);
  const header = (column: ListColumn, title: string) => (
    <SortHeader
      key={column}
      numeric={column === 'value' || numeric.has(column.slice('cell:'.length))}
      column={column}
      title={title}
      order={props.order}
      label={fill(words.sortBy, { title })}
      onSort={props.onSort}
    />
  );
  const withTown = layer.level === 'village';
  return (
    <div className="list-scroll">
      <table onKeyDown={stepRows}>
        <thead>
          <tr>
            <th scope="col" className="list-number">
              {words.number}
            </th>
            {header('place', withTown ? words.place : words.townColumn)}
            {withTown && header('town', words.townColumn)}
            {header('class', words.classColumn)}
            {layer.unit && header('value', words.value)}
            {header('why', words.whyColumn)}
            {columns.map(({ key, title }) => header(`cell:${key}`, title[lang]))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={row.fid} {...props} row={row} number={i + 1} withTown={withTown} numeric={numeric} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHeader(props: {
  column: ListColumn;
  title: string;
  numeric: boolean;
  order: ListOrder | null;
  label: string;
  onSort(column: ListColumn): void;
}) {
  const { column, order } = props;
  const sorted = order?.column === column ? (order.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" aria-sort={sorted} data-column={column} className={props.numeric ? 'list-value' : undefined}>
      <button type="button" title={props.label} onClick={() => props.onSort(column)}>
        {props.title}
        <span className="list-arrow" aria-hidden="true" data-sorted={sorted}>
          {sorted === 'descending' ? '▼' : '▲'}
        </span>
      </button>
    </th>
  );
}

function Row(props: ListTableProps & { row: ListRow; number: number; withTown: boolean; numeric: Set<string> }) {
  const { row, layer, columns, reading } = props;
  const { lang } = reading;
  const cls = layer.classes.find(({ id }) => id === row.class);
  const open = () => {
    // A row whose words are being marked to be copied stays.
    if (window.getSelection()?.isCollapsed !== false) props.onPlace(row.code);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button within takes the keys, and its press is heard here
    <tr data-part="list-row" onClick={open}>
      <td className="list-number">{props.number}</td>
      <th scope="row">
        <button type="button" className="list-place">
          {row.name}
        </button>
      </th>
      {props.withTown && <td className="list-town">{row.town}</td>}
      <td className="list-class">
        {cls && (
          <span>
            <Swatch cls={cls} theme={reading.theme} lang={reading.lang} size={16} />
            {cls.title[lang]}
          </span>
        )}
      </td>
      {layer.unit && (
        <td className="list-value">{row.value === null ? '—' : formatValue(row.value, layer.unit[lang], lang)}</td>
      )}
      <td className="list-why">{row.why[lang]}</td>
      {columns.map(({ key, title }) => {
        const cell = row.cells[key] ?? null;
        const short = props.numeric.has(key) || isDay(cell);
        return (
          <td key={key} className={props.numeric.has(key) ? 'list-value' : short ? 'list-day' : 'list-cell'}>
            {showCell(cell, title[lang], reading)}
          </td>
        );
      })}
    </tr>
  );
}

/** A further cell as read: days written out, numbers with their thousands, a dash for none. */
function showCell(cell: string | number | null, title: string, { lang, words }: Reading): string {
  if (cell === null || cell === '') return '—';
  if (typeof cell === 'number')
    return title.includes(words.moneyMark) ? moneyCell(cell, lang) : formatValue(cell, null, lang);
  return isDay(cell) ? formatDay(cell, lang) : cell;
}

/** A sum of a money column, its unit in the header: 万元 as they come, yuan in English. */
const moneyCell = (wan: number, lang: Reading['lang']): string =>
  lang === 'zh' ? wan.toFixed(2) : formatValue(wan * 10_000, null, lang);

function isDay(cell: string | number | null): cell is string {
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell);
}

/** Keys of the further columns that hold numbers and nothing else. */
function numericColumns(rows: ListRow[], columns: ListAnswer['columns']): Set<string> {
  const numeric = columns.filter(({ key }) => {
    const cells = rows.map(({ cells }) => cells[key] ?? null).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
  });
  return new Set(numeric.map(({ key }) => key));
}

/** Up, down, Home and End move the focus between the places of the table. */
function stepRows(event: KeyboardEvent<HTMLTableElement>) {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('.list-place')) return;
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('.list-place')];
  const at = places.indexOf(event.target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: places.length - 1 }[event.key];
  if (next === undefined || !places[next]) return;
  event.preventDefault();
  event.stopPropagation();
  places[next].focus();
}
