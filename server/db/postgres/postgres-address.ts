/** Where a database is: one address a host, and how it is spoken to. */
export interface PostgresAddress {
  /** One address a host, in the order they are tried. */
  urls: string[];
  /** Whether statements may be named, which a pooler between transactions does not carry. */
  named: boolean;
  /** The address as a person may read it, without its password. */
  shown: string;
}

/**
 * 数据库地址 — `postgresql://user:password@h1:5432,h2/database?pooler=transaction`: several hosts are tried in order until one takes writes;
 * `pooler=transaction` says that a pooler gives each transaction another session.
 */
export function postgresAddress(url: string): PostgresAddress {
  const [, scheme = '', access = '', hosts = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/)([^@/?]*@)?([^/?]*)(.*)$/.exec(url) ?? [];
  const [path = '', query = ''] = rest.split('?', 2);
  const settings = new URLSearchParams(query);
  const pooler = settings.get('pooler');
  settings.delete('pooler');
  const end = `${path}${settings.size > 0 ? `?${settings}` : ''}`;
  return {
    urls: hosts.split(',').map((host) => `${scheme}${access}${host.trim()}${end}`),
    named: pooler !== 'transaction',
    shown: url.replace(/\/\/[^@/]*@/, '//'),
  };
}
