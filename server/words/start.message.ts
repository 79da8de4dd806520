import type { StartCode } from '../db/start-problem.ts';
import type { Text } from './text.ts';

/** Why the product cannot start, and what to do; placeholders are filled from the problem's values. */
export const startSentences: Record<
  StartCode | 'port-taken' | 'port-not-allowed' | 'tls-unusable' | 'office-link-unknown',
  Text
> = {
  'office-link-unknown': {
    zh: '不能打印一次性链接：没有使用中的组织部账号“{login}”。请核对 --office-link 后的登录名。',
    en: 'No one-time link was printed: no office account in use has the login “{login}”. Check the login after --office-link.',
  },
  'tls-unusable': {
    zh: '证书 {cert} 或私钥 {key} 不能使用：请检查两个文件是否存在、可读、是否为 PEM 格式且相互对应。',
    en: 'The certificate {cert} or its key {key} cannot be used: check that both files exist, are readable, are in PEM format and belong together.',
  },
  'folder-not-writable': {
    zh: '数据文件夹 {folder} 无法写入：请检查它是否为文件夹、磁盘是否已满、当前用户是否有写权限，或用 --data 指定另一个文件夹。',
    en: 'The data folder {folder} is not writable: check that it is a folder, that the disk has space and that this user may write there, or choose another with --data.',
  },
  'store-damaged': {
    zh: '数据文件夹 {folder} 中的数据库 {file} 已损坏，未作任何改动：请用 backups 文件夹中最近的备份替换后重新启动。',
    en: 'The database {file} in the data folder {folder} is damaged and was left untouched: replace it with the newest copy from the backups folder, then start again.',
  },
  'store-missing': {
    zh: '数据文件夹 {folder} 中没有数据库：请用 --data 指定系统正在使用的数据文件夹。',
    en: 'There is no database in the data folder {folder}: give the folder the system uses with --data.',
  },
  'store-newer': {
    zh: '数据库由更新的版本写成（结构版本 {found}，本程序只认识到 {known}）：请升级程序后再启动，数据未作任何改动。',
    en: 'The database was written by a newer version (schema {found}; this program knows up to {known}). Update the program, then start again. Nothing was changed.',
  },
  'folder-in-use': {
    zh: '数据文件夹 {folder} 正被另一个进程（{pid}）使用：请先停止它，或用 --data 指定另一个文件夹。',
    en: 'The data folder {folder} is in use by another process ({pid}): stop it first, or choose another folder with --data.',
  },
  'database-unreachable': {
    zh: '无法连接数据库 {database}：请检查地址、用户和密码，以及数据库是否已启动。',
    en: 'The database {database} cannot be reached: check its address, user and password, and that it is running.',
  },
  'database-in-use': {
    zh: '数据库 {database} 正由另一台服务器使用：请先停止那一台；如已停止，请过 15 秒再启动。',
    en: 'The database {database} is in use by another server: stop that server first. If it has stopped, start again in 15 seconds.',
  },
  'database-standby': {
    zh: '数据库 {database} 是只读的备用库，不能写入：请把 DATABASE_URL 改为主库的地址，或写上全部地址（postgresql://主机1,主机2/数据库）。',
    en: 'The database {database} is a read-only standby: give the address of the primary in DATABASE_URL, or all hosts (postgresql://host1,host2/database).',
  },
  'port-taken': {
    zh: '端口 {port} 已被占用：请停止占用它的程序，或用 --port 指定另一个端口。',
    en: 'Port {port} is in use: stop the program that uses it, or choose another with --port.',
  },
  'port-not-allowed': {
    zh: '没有权限使用端口 {port}：请用 --port 指定 1024 以上的端口。',
    en: 'This user may not use port {port}: choose one above 1024 with --port.',
  },
};

/** What a start says when it goes well. */
export const saidAtStart: Record<
  'sample' | 'ready' | 'set-up' | 'office-link' | 'proxy-unnamed' | 'plain-http' | 'clock-behind' | 'clock-ahead',
  Text
> = {
  'set-up': {
    zh: '还没有账号。请用这个一次性链接建立第一个（县委组织部）账号：{address}',
    en: 'There is no account yet. Create the first one (organisation department) with this one-time link: {address}',
  },
  'proxy-unnamed': {
    zh: '提醒：{address}在转发他人的请求，但未列为可信代理，经它来的人都被看作同一来源，一人多次输错口令，他人也要等候。如果它是代理，请加上 --trusted-proxy {address} 重新启动。',
    en: 'Note: {address} forwards requests for others but is not a trusted proxy. Everyone behind it counts as one source, so one person’s wrong passwords make the others wait. If it is your proxy, restart with --trusted-proxy {address}.',
  },
  'office-link': {
    zh: '组织部账号“{login}”的一次性链接：{address}\n7天内有效，用后作废；该账号原口令和已有登录已全部失效，此事已记入安全日志。',
    en: 'One-time link of the office account “{login}”: {address}\nIt is valid for 7 days and works once. The old password and all sign-ins of the account are void; the audit log records this.',
  },
  'plain-http': {
    zh: '提醒：未启用 TLS（--tls 证书 私钥）。口令在网络上可被读取；手机上不能用定位、拍照和离线填报。',
    en: 'Note: TLS is off (--tls CERT KEY). Passwords can be read on the network; phones cannot use location, camera or offline forms.',
  },
  'clock-behind': {
    zh: '提醒：服务器日期{today}比最近一次变更早{hours}小时，其中一个有误。请调正服务器时间，再由系统管理员在“运行状况”确认日期。',
    en: 'Note: the server’s date, {today}, is {hours} hours before the latest change; one of the two is wrong. Correct the clock, then have the system administrator confirm the date under Health.',
  },
  'clock-ahead': {
    zh: '提醒：服务器日期{today}距最近一次记录已有{hours}小时，可能有误。请核对服务器时间，再由系统管理员在“运行状况”确认日期。',
    en: 'Note: the server’s date, {today}, is {hours} hours after the last record and may be wrong. Check the clock, then have the system administrator confirm the date under Health.',
  },
  sample: { zh: '正在导入示例县（云岫县，虚构）……', en: 'Importing the sample county (invented) …' },
  ready: { zh: '县域一张图已就绪：{address}', en: 'The county map is ready: {address}' },
};
