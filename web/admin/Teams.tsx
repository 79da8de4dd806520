import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

interface TeamsProps {
  teams: string[];
  chosen: string[];
  lang: Lang;
  onChoose(teams: string[]): void;
}

/** Which inspection teams somebody belongs to. */
export function Teams({ teams, chosen, lang, onChoose }: TeamsProps) {
  const { accounts: words } = adminWords(lang);
  return (
    <fieldset>
      <legend>{words.teams}</legend>
      <div className="checks">
        {[...new Set([...teams, ...chosen])].map((team) => (
          <label key={team}>
            <input
              type="checkbox"
              checked={chosen.includes(team)}
              onChange={(event) =>
                onChoose(event.target.checked ? [...chosen, team] : chosen.filter((other) => other !== team))
              }
            />{' '}
            {team}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
