import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AreasAnswer } from '../../../server/area/answer.ts';
import type { LayerAnswer } from '../../../server/layer/answer.ts';
import type { ChoicesAnswer, PlanListed } from '../../../server/route-plan/answer.ts';
import type { Team } from '../../../server/route-plan/rules.ts';
import { send } from '../../api.ts';
import { newSubmissionId, sendAsOne, submissionIds } from '../../form/submission-id.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { Field } from '../../ui/Field.tsx';
import { fill } from '../../ui/format.ts';
import type { ViewState } from '../../url.ts';
import { daysFrom, type PlanDraft, plainTeam, withDates, withTeam, withTeamId } from '../plan-work.ts';
import { ScopePicker } from './ScopePicker.tsx';
import { TeamRows } from './TeamRows.tsx';

interface SetUpProps {
  choices: ChoicesAnswer;
  areas: AreasAnswer;
  layers: LayerAnswer[];
  plans: PlanListed[];
  draft: PlanDraft;
  view: ViewState;
  onChange(draft: PlanDraft): void;
  onOpen(id: string): void;
  onNew(): void;
  onFail(problem: unknown): void;
}

/** 方案设置 — the kept plans, and of this one its days, teams with their hours, goal and villages. */
export function SetUpPanel({
  choices,
  areas,
  layers,
  plans,
  draft,
  view,
  onChange,
  onOpen,
  onNew,
  onFail,
}: SetUpProps) {
  const { lang } = view;
  const words = routeWords(lang);
  const teams = [...choices.teams.map(plainTeam), ...choices.proposed, ...draft.teams].filter(
    ({ id }, at, all) => all.findIndex((one) => one.id === id) === at,
  );
  const put = (team: Team) =>
    onChange({ ...draft, teams: draft.teams.map((one) => (one.id === team.id ? team : one)) });
  const toggle = (team: Team, used: boolean) => onChange(withTeam(draft, team, used));
  const client = useQueryClient();
  const [keptTeam, setKeptTeam] = useState(false);
  const [ids, newTeams] = useMemo(() => [submissionIds(), submissionIds()], []);
  const renewed = () => client.invalidateQueries({ queryKey: ['api', 'route-choices'] });
  const allowNavigation = (allowed: boolean) =>
    send('PUT', '/route-plans/navigation', {}, { allowed }).then(renewed, onFail);
  /** A team that was only of this plan gets a name of its own for good. */
  const keepTeam = async ({ id, ...team }: Team) => {
    const known = choices.teams.find((one) => one.id === id);
    const own = known ? id : newTeams.idOf(id);
    const saved = { base: known?.base ?? '', team };
    try {
      await sendAsOne(ids, [own, saved], (save) => send('PUT', '/teams/{team}', { team: own }, { id: save, ...saved }));
      newTeams.forget();
      onChange(withTeamId(draft, id, own));
      setKeptTeam(true);
      await renewed();
    } catch (problem) {
      onFail(problem);
      await renewed();
    }
  };
  const endTeam = (id: string) =>
    sendAsOne(ids, [id, 'end'], (save) => send('DELETE', '/teams/{team}', { team: id }, { id: save })).then(
      renewed,
      onFail,
    );
  const [office] = choices.offices;
  const add = () => {
    if (!office) return;
    const number = teams.length + 1;
    const team = {
      id: `new-${newSubmissionId()}`,
      name: `${words.teams}${number}`,
      start: office,
      end: office,
      fromMin: 510,
      untilMin: 1050,
    };
    onChange({ ...draft, teams: [...draft.teams, { ...team, rest: { fromMin: 690, untilMin: 810, lengthMin: 60 } }] });
  };
  return (
    <div className="set-up" data-part="plan-set-up">
      <details>
        <summary>{fill(words.plans, { n: plans.length })}</summary>
        <ul>
          {plans.map(({ id, title, published, done, villages }) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => onOpen(id)}>
                {title}
              </button>{' '}
              <span className="sub">
                {fill(words.stops, { count: villages })}
                {published && ` · ${words.published} ${done}/${villages}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" className="quiet" onClick={onNew}>
        {words.newPlan}
      </button>
      <Field label={words.name} value={draft.title} maxLength={60} onText={(title) => onChange({ ...draft, title })} />
      <div className="pair">
        <Field
          label={words.day}
          type="date"
          value={draft.dates[0] ?? ''}
          onText={(on) => onChange(withDates(draft, daysFrom(on, draft.dates.length)))}
        />
        <Field
          label={words.days}
          type="number"
          min={1}
          max={14}
          value={String(draft.dates.length)}
          onText={(count) => onChange(withDates(draft, daysFrom(draft.dates[0] ?? choices.today, Number(count))))}
        />
      </div>
      <p className="field">
        <label htmlFor="plan-goal">{words.goal}</label>
        <select
          id="plan-goal"
          value={draft.goal}
          onChange={({ target }) => onChange({ ...draft, goal: target.value === 'all' ? 'all' : 'worth' })}
        >
          <option value="worth">{words.worth}</option>
          <option value="all">{words.all}</option>
        </select>
      </p>
      <ScopePicker {...{ choices, areas, layers, draft, view, onChange }} />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.announced}
          onChange={({ target }) => onChange({ ...draft, announced: target.checked })}
        />
        {words.announced}
      </label>
      <h3>{words.teams}</h3>
      {teams.length === 0 && <p className="hint">{words.noTeams}</p>}
      {teams.map((team) => {
        const own = draft.teams.find(({ id }) => id === team.id);
        return (
          <fieldset key={team.id} className="team">
            <legend>
              <label>
                <input
                  type="checkbox"
                  checked={own !== undefined}
                  onChange={({ target }) => toggle(team, target.checked)}
                />{' '}
                {own?.name ?? team.name}
              </label>
            </legend>
            {own && (
              <TeamRows
                team={own}
                offices={choices.offices}
                lang={lang}
                onTeam={put}
                onKeep={() => void keepTeam(own)}
                onEnd={choices.teams.some(({ id }) => id === own.id) ? () => void endTeam(own.id) : null}
              />
            )}
          </fieldset>
        );
      })}
      <button type="button" className="link" onClick={add}>
        + {words.addTeam}
      </button>
      {keptTeam && <p role="status">{words.teamKept}</p>}
      <label className="check">
        <input
          type="checkbox"
          checked={choices.navigation}
          onChange={({ target }) => void allowNavigation(target.checked)}
        />
        {words.navigationAllowed}
      </label>
    </div>
  );
}
