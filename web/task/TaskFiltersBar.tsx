import type { ReactNode } from 'react';
import type { TaskAnswer } from '../../server/task/answer.ts';
import { counted as figures, isIn } from '../../server/task/filter/rules.ts';
import { taskWords } from '../message/task/task-words.ts';
import type { Lang } from '../ui/format.ts';
import type { TaskFilters } from './filters.ts';

interface BarProps {
  /** All tasks, for what there is to choose. */
  tasks: TaskAnswer[];
  /** Those the other filters leave, for the figures. */
  counted: TaskAnswer[];
  filters: TaskFilters;
  lang: Lang;
  onFilters(change: Partial<TaskFilters>): void;
  children?: ReactNode;
}

/** Each value once with its name, in the order they come. */
const choices = (pairs: [string, string][]) => [...new Map(pairs.filter(([value]) => value !== ''))];

/** 筛选 — figures that open their list, and town, unit and meeting. */
export function TaskFiltersBar({ tasks, counted, filters, lang, onFilters, children }: BarProps) {
  const words = taskWords(lang);
  const selects = [
    {
      ...{ name: 'town' as const, title: words.town, any: words.anyTown },
      of: choices(tasks.map(({ place }) => [place.townCode ?? '', place.town || place.name])),
    },
    {
      ...{ name: 'unit' as const, title: words.unit, any: words.any },
      of: choices(tasks.map(({ unit }) => [unit, unit])),
    },
    {
      ...{ name: 'meeting' as const, title: words.meeting, any: words.any },
      of: choices(tasks.map(({ meetingId, basis }) => [meetingId ?? 'hand', basis?.meeting ?? words.byHand])),
    },
  ];
  const now = filters.state || 'all';
  return (
    <section className="task-bar" aria-label={words.filters}>
      <div className="task-figures" data-part="task-figures">
        {figures.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={now === state}
            className={state === 'overdue' ? 'alarm' : ''}
            data-state={state}
            onClick={() => onFilters({ state })}
          >
            <strong>{counted.filter((task) => isIn(task, state)).length}</strong> {words.counts[state]}
          </button>
        ))}
      </div>
      <div className="row">
        {selects
          .filter(({ of, name }) => of.length > 1 || filters[name] !== '')
          .map(({ name, title, any, of }) => (
            <label key={name}>
              {title}{' '}
              <select value={filters[name]} onChange={({ target }) => onFilters({ [name]: target.value })}>
                <option value="">{any}</option>
                {of.map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
          ))}
        {(filters.mine !== '' || (tasks.some(({ mine }) => mine) && tasks.some(({ mine }) => !mine))) && (
          <label data-part="tasks-mine">
            <input
              type="checkbox"
              checked={filters.mine !== ''}
              onChange={({ target }) => onFilters({ mine: target.checked ? 'yes' : '' })}
            />{' '}
            {words.mineOnly}
          </label>
        )}
        <span className="wide-only-row">
          {(['board', 'list'] as const).map((show) => (
            <button
              key={show}
              type="button"
              aria-pressed={(filters.show || 'board') === show}
              onClick={() => onFilters({ show: show === 'board' ? '' : show })}
            >
              {words.show[show]}
            </button>
          ))}
        </span>
        {children}
      </div>
    </section>
  );
}
