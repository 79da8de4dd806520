import type { Text } from './text.ts';

export type ConfigurationFault =
  | 'tls-incomplete'
  | 'route-service-unknown'
  | 'proxy-malformed'
  | 'backup-argument-unknown'
  | 'restore-incomplete'
  | 'argument-unknown'
  | 'import-argument-unknown'
  | 'audit-argument-unknown'
  | 'argument-without-value'
  | 'port-unusable'
  | 'database-address-unknown'
  | 'language-unknown'
  | 'system-unknown'
  | 'import-without-files';

/** Sentences for arguments that cannot be used. */
export const configurationFaults: Record<ConfigurationFault, Text> = {
  'backup-argument-unknown': {
    zh: '不认识参数“{argument}”。用法：npm run backup [verify [备份文件]] [-- --data 文件夹 --to 备份文件夹 --key 密钥文件]。',
    en: 'Unknown argument “{argument}”. Usage: npm run backup [verify [FILE]] [-- --data DIR --to FOLDER --key FILE].',
  },
  'restore-incomplete': {
    zh: '恢复要写明备份文件和一个新的数据文件夹：npm run restore -- 备份文件 --data 新文件夹 [--key 密钥文件]。',
    en: 'A restore needs the backup and a new data folder: npm run restore -- FILE --data NEWDIR [--key FILE].',
  },
  'route-service-unknown': {
    zh: '--route-service 写“osrm=地址”或“valhalla=地址”，例如 --route-service osrm=http://localhost:5000，而不是“{value}”。',
    en: '--route-service takes osrm=ADDRESS or valhalla=ADDRESS, e.g. --route-service osrm=http://localhost:5000, not “{value}”.',
  },
  'proxy-malformed': {
    zh: '--trusted-proxy 写代理的地址或网段，用逗号分开，例如 --trusted-proxy 10.0.0.2,10.1.0.0/16，本机写 loopback，而不是“{value}”。',
    en: '--trusted-proxy takes proxy addresses or ranges separated by commas, e.g. --trusted-proxy 10.0.0.2,10.1.0.0/16, or loopback for this machine, not “{value}”.',
  },
  'tls-incomplete': {
    zh: '--tls 后面要依次写证书文件和私钥文件，例如 --tls server.crt server.key。',
    en: '--tls takes the certificate file followed by the key file, e.g. --tls server.crt server.key.',
  },
  'argument-unknown': {
    zh: '不认识参数“{argument}”。可用：--data 文件夹、--port 端口、--host 地址、--tls 证书 私钥、--backup 文件夹、--key 文件、--route-service osrm=地址、--trusted-proxy 地址、--host-name 名称、--office-link 登录名（为忘记口令的组织部账号打印一次性链接）、--empty、--lang zh|en。',
    en: 'Unknown argument “{argument}”. Available: --data DIR, --port N, --host ADDRESS, --tls CERT KEY, --backup FOLDER, --key FILE, --route-service osrm=ADDRESS, --trusted-proxy ADDRESS, --host-name NAME, --office-link LOGIN (prints a one-time link for an office account with a forgotten password), --empty and --lang zh|en.',
  },
  'import-argument-unknown': {
    zh: '不认识参数“{argument}”。用法：npm run import -- 文件夹或文件… [--dry-run] [--crs EPSG:4547] [--confirm 编号或问题代码] [--data 文件夹] [--lang zh|en]。',
    en: 'Unknown argument “{argument}”. Usage: npm run import -- FOLDER|FILES… [--dry-run] [--crs EPSG:4547] [--confirm NUMBERS|CODES] [--data DIR] [--lang zh|en].',
  },
  'audit-argument-unknown': {
    zh: '不认识“{argument}”。用法：npm run audit verify [-- --data 文件夹 --lang zh|en]。',
    en: 'Unknown argument “{argument}”. Usage: npm run audit verify [-- --data DIR --lang zh|en].',
  },
  'argument-without-value': { zh: '参数 {argument} 后面缺少值。', en: '{argument} needs a value after it.' },
  'port-unusable': {
    zh: '端口“{value}”不可用：请给出 1–65535 之间的整数。',
    en: '“{value}” is not a port: give a whole number from 1 to 65535.',
  },
  'database-address-unknown': {
    zh: 'DATABASE_URL 不是 PostgreSQL 地址（postgres://…）。不用 PostgreSQL 时请清空该变量。',
    en: 'DATABASE_URL is not a PostgreSQL address (postgres://…). Clear the variable to use the built-in database.',
  },
  'language-unknown': {
    zh: '没有语言“{value}”：--lang 只能是 zh 或 en。',
    en: 'There is no language “{value}”: --lang takes zh or en.',
  },
  'system-unknown': {
    zh: '坐标系“{value}”的写法不对：请写成 --crs EPSG:4547 的形式；网络地图的坐标写 GCJ-02 或 BD-09。',
    en: '“{value}” is not a coordinate system: write --crs EPSG:4547, or GCJ-02 or BD-09 for coordinates from online maps.',
  },
  'import-without-files': {
    zh: '没有指定要导入的文件。用法：npm run import -- 文件夹或文件… [--dry-run] [--crs EPSG:4547] [--confirm 编号或问题代码] [--data 文件夹] [--lang zh|en]。',
    en: 'No file was given. Usage: npm run import -- FOLDER|FILES… [--dry-run] [--crs EPSG:4547] [--confirm NUMBERS|CODES] [--data DIR] [--lang zh|en].',
  },
};
