import { useNavigate, useSearch } from '@tanstack/react-router';

type Search = Record<string, string>;

/** What a page has of its own in the address, beside the view; empty where it is not there. */
export function useOwnSearch<Name extends string>(
  to: '/tasks' | '/ranking',
  names: readonly Name[],
): [Record<Name, string>, (change: Partial<Record<Name, string>>) => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const own = Object.fromEntries(names.map((name) => [name, search[name] ?? ''])) as Record<Name, string>;
  const put = (change: Partial<Record<Name, string>>) => {
    const next = Object.entries({ ...search, ...change } as Search).filter(([, value]) => value !== '');
    void navigate({ to, search: Object.fromEntries(next), hash: true, replace: true });
  };
  return [own, put];
}
