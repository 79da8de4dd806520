import { useState } from 'react';
import { clockText, minutesOf, needs, type PlanVillage } from '../../../server/route-plan/rules.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { Field } from '../../ui/Field.tsx';
import type { Lang } from '../../ui/format.ts';
import { type PlanDraft, withVillage } from '../plan-work.ts';

interface SettingsProps {
  draft: PlanDraft;
  village: PlanVillage;
  name: string;
  lang: Lang;
  onChange(draft: PlanDraft): void;
}

/** 条件 — what a person fixes about one village: must, minutes, worth, when it is open, by whom and on which day. */
export function VillageSettings({ draft, village, name, lang, onChange }: SettingsProps) {
  const words = routeWords(lang);
  const { code, need, serviceMin, score, teams, dates } = village;
  const put = (change: Partial<PlanVillage>) => onChange(withVillage(draft, code, change));
  const [windows, setWindows] = useState(() => windowsText(village.windows));
  const read = windowsOf(windows);
  return (
    <details className="conditions">
      <summary aria-label={`${words.settings} ${name}`}>{words.settings}</summary>
      <p className="field">
        <label>
          {words.need}{' '}
          <select
            value={need}
            onChange={({ target }) => put({ need: needs.find((one) => one === target.value) ?? 'may' })}
          >
            {needs.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div className="pair">
        <Field
          label={words.serviceMin}
          type="number"
          min={1}
          max={600}
          value={String(serviceMin)}
          onText={(text) => Number(text) > 0 && put({ serviceMin: Math.min(600, Math.round(Number(text))) })}
        />
        <Field
          label={words.score}
          type="number"
          min={0}
          max={10_000}
          value={score === null ? '' : String(score)}
          onText={(text) => put({ score: text.trim() === '' ? null : Math.max(0, Math.round(Number(text)) || 0) })}
        />
      </div>
      <Field
        label={words.windows}
        value={windows}
        {...(read ? {} : { hint: words.windowsBad, 'aria-invalid': true })}
        onText={(text) => {
          setWindows(text);
          const found = windowsOf(text);
          if (found) put({ windows: found });
        }}
      />
      <Choices
        title={words.onlyTeams}
        all={draft.teams.map((team) => [team.id, team.name])}
        chosen={teams}
        onChosen={(chosen) => put({ teams: chosen })}
      />
      {draft.dates.length > 1 && (
        <Choices
          title={words.onlyDates}
          all={draft.dates.map((on) => [on, on])}
          chosen={dates}
          onChosen={(chosen) => put({ dates: chosen })}
        />
      )}
    </details>
  );
}

interface ChoicesProps {
  title: string;
  all: [id: string, name: string][];
  chosen: string[] | null;
  onChosen(chosen: string[] | null): void;
}

function Choices({ title, all, chosen, onChosen }: ChoicesProps) {
  return (
    <fieldset className="only">
      <legend>{title}</legend>
      {all.map(([id, name]) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen?.includes(id) ?? false}
            onChange={({ target }) => {
              const now = target.checked ? [...(chosen ?? []), id] : (chosen ?? []).filter((one) => one !== id);
              onChosen(now.length === 0 ? null : now);
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

const windowsText = (windows: PlanVillage['windows']) =>
  windows.map(([from, until]) => `${clockText(from)}-${clockText(until)}`).join(' ');

/** Times a village is open, out of `8:30-11:30 14:00-17:00`; null when it is not that. */
export function windowsOf(text: string): PlanVillage['windows'] | null {
  const found: PlanVillage['windows'] = [];
  for (const part of text.trim().split(/[\s,，、;；]+/)) {
    if (part === '') continue;
    const [from, until, more] = part.split(/[-–—~～\u81f3\u5230]/).map(minutesOf);
    if (from === undefined || until === undefined || more !== undefined || from === null || until === null) return null;
    if (from > until) return null;
    found.push([from, until]);
  }
  return found.sort(([a], [b]) => a - b);
}
