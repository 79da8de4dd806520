import { clockText, minutesOf, type Rest, type Spot, type Team } from '../../../server/route-plan/rules.ts';
import { routeWords } from '../../message/route/route-words.ts';
import { Field } from '../../ui/Field.tsx';
import type { Lang } from '../../ui/format.ts';

interface TeamRowsProps {
  team: Team;
  offices: Spot[];
  lang: Lang;
  onTeam(team: Team): void;
  onKeep(): void;
  /** Keeps it no longer; null for one that is only of this plan. */
  onEnd: (() => void) | null;
}

const usualRest: Rest = { fromMin: 690, untilMin: 810, lengthMin: 60 };

/** 督导组设置 — a team's name, hours, rest, and where its day begins and ends. */
export function TeamRows({ team, offices, lang, onTeam, onKeep, onEnd }: TeamRowsProps) {
  const words = routeWords(lang);
  const time = (put: (minutes: number) => Partial<Team>) => (text: string) => {
    const minutes = minutesOf(text);
    if (minutes !== null) onTeam({ ...team, ...put(minutes) });
  };
  const { rest } = team;
  return (
    <div className="team-rows">
      <Field label={words.teamName} value={team.name} maxLength={60} onText={(name) => onTeam({ ...team, name })} />
      <div className="pair">
        <Field
          label={words.from}
          type="time"
          value={clockText(team.fromMin)}
          onText={time((fromMin) => ({ fromMin }))}
        />
        <Field
          label={words.until}
          type="time"
          value={clockText(team.untilMin)}
          onText={time((untilMin) => ({ untilMin }))}
        />
      </div>
      <Place
        title={words.startsAt}
        spot={team.start}
        {...{ offices, team }}
        onSpot={(start) => onTeam({ ...team, start })}
      />
      <Place title={words.endsAt} spot={team.end} {...{ offices, team }} onSpot={(end) => onTeam({ ...team, end })} />
      <Field
        label={words.rest}
        type="number"
        min={0}
        max={240}
        value={String(rest?.lengthMin ?? 0)}
        onText={(text) =>
          onTeam({ ...team, rest: Number(text) > 0 ? { ...(rest ?? usualRest), lengthMin: Number(text) } : null })
        }
      />
      {rest && (
        <div className="pair">
          <Field
            label={words.restFrom}
            type="time"
            value={clockText(rest.fromMin)}
            onText={time((fromMin) => ({ rest: { ...rest, fromMin } }))}
          />
          <Field
            label={words.restUntil}
            type="time"
            value={clockText(rest.untilMin)}
            onText={time((untilMin) => ({ rest: { ...rest, untilMin } }))}
          />
        </div>
      )}
      <p className="row">
        <button type="button" className="link" onClick={onKeep}>
          {words.keepTeam}
        </button>
        {onEnd && (
          <button type="button" className="link" onClick={onEnd}>
            {words.endTeam}
          </button>
        )}
      </p>
    </div>
  );
}

interface PlaceProps {
  title: string;
  team: Team;
  spot: Spot;
  offices: Spot[];
  onSpot(spot: Spot): void;
}

function Place({ title, team, spot, offices, onSpot }: PlaceProps) {
  const id = `${title}-${team.id}`;
  const known = offices.some(({ name }) => name === spot.name) ? offices : [spot, ...offices];
  return (
    <p className="field">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        value={spot.name}
        onChange={({ target }) => {
          const chosen = known.find(({ name }) => name === target.value);
          if (chosen) onSpot(chosen);
        }}
      >
        {known.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </p>
  );
}
