import { useQuery } from '@tanstack/react-query';
import { ask } from '../api.ts';
import { adminWords } from '../message/admin/admin-words.ts';
import type { Lang } from '../ui/format.ts';

/** 权限表 — the table the server goes by, for people to read. */
export function RightsTable({ lang }: { lang: Lang }) {
  const { accounts: words } = adminWords(lang);
  const { data } = useQuery({
    queryKey: ['rights'],
    queryFn: ({ signal }) => ask('/rights', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null;
  return (
    <details className="rights-table">
      <summary>{words.rights}</summary>
      <table className="office-table">
        <thead>
          <tr>
            <th>{words.action}</th>
            {data.roles.map(({ role, title }) => (
              <th key={role}>{title[lang]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.actions.map(({ action, title, reach }) => (
            <tr key={action}>
              <td>{title[lang]}</td>
              {reach.map((of, at) => (
                <td key={data.roles[at]?.role}>{words.reaches[of]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
