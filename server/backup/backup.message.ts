import type { Text } from '../words/text.ts';
import type { BackupFault } from './backup-problem.ts';

/** Why a backup could not be made, read or restored, and what to do. */
export const backupFaults: Record<BackupFault, Text> = {
  'no-backup': {
    zh: '{file} 不是本系统的备份文件。请选择以 .countymap 结尾的备份。',
    en: '{file} is no backup of this system: choose one that ends in .countymap.',
  },
  'wrong-key': {
    zh: '这份备份是用另一把密钥加密的。请用 --key 指定做这份备份时的密钥文件。',
    en: 'This backup was sealed with another key: name the key file it was made with by --key.',
  },
  'key-missing': {
    zh: '找不到密钥文件 {file}。没有密钥，备份无法打开；请用 --key 指定它。',
    en: 'The key file {file} is not there, and without its key a backup cannot be opened: name it by --key.',
  },
  'key-unusable': {
    zh: '{file} 不是密钥文件（应为 64 位十六进制数）。',
    en: '{file} is no key file (64 hexadecimal digits are expected).',
  },
  cut: {
    zh: '备份文件不完整，后面缺了一截，不能使用。请换一份备份，并检查存放它的磁盘。',
    en: 'The backup is cut off and cannot be used: take another one, and check the disk it lies on.',
  },
  changed: {
    zh: '备份文件被改动或损坏，不能使用。请换一份备份，并检查存放它的磁盘。',
    en: 'The backup was changed or damaged and cannot be used: take another one, and check the disk it lies on.',
  },
  incomplete: {
    zh: '备份里缺少内容，不能使用。请换一份备份。',
    en: 'Something is missing in the backup and it cannot be used: take another one.',
  },
  'chain-broken': {
    zh: '备份里的变更记录从第 {seq} 号起对不上，做备份之前数据已被改动。请换一份更早的备份，并运行 npm run audit verify 检查现有数据。',
    en: 'The changes in the backup do not agree from number {seq} on: the store had been tampered with. Take an earlier one, and check the present store by npm run audit verify.',
  },
  'none-found': {
    zh: '{folder} 里没有备份。请用 --to 指定存放备份的文件夹，或写明备份文件。',
    en: 'There is no backup in {folder}: name the folder of backups by --to, or the file itself.',
  },
  'folder-not-empty': {
    zh: '{folder} 不是空的。恢复只写入新的或空的文件夹（数据库），请用 --data 指定另一个。',
    en: '{folder} is not empty. A restore writes into a new or empty folder (or database) only: name another by --data.',
  },
  'not-writable': {
    zh: '{folder} 无法写入，没有留下不完整的备份。请检查权限后再试，或指定另一个文件夹。',
    en: '{folder} cannot be written; no half backup was left. Check its rights, or name another folder.',
  },
  'disk-full': {
    zh: '{folder} 所在磁盘已满，备份失败，没有留下不完整的备份；以前的备份都还在。请腾出空间后再试，或指定另一个文件夹。',
    en: 'The disk of {folder} is full: no backup was made and no half one left; earlier ones are untouched. Make room, or name another folder.',
  },
  failed: {
    zh: '备份失败：{reason}。以前的备份都还在。请查看数据文件夹里的 log，再试一次。',
    en: 'No backup was made: {reason}. Earlier ones are untouched. Look into log in the data folder and try again.',
  },
  newer: {
    zh: '备份由更新的版本写成（结构版本 {found}）。请先升级程序。',
    en: 'The backup was written by a newer version (schema {found}): update the program first.',
  },
};

export const backupSaid: Record<'made' | 'key-made' | 'whole' | 'restored' | 'usage', Text> = {
  made: {
    zh: '备份完成：{file}（{megabytes} MB，到第 {seq} 号变更；按规则清理旧备份 {forgotten} 份）',
    en: 'Backed up: {file} ({megabytes} MB, up to change {seq}; {forgotten} old ones removed by the rule)',
  },
  'key-made': {
    zh: '新建了密钥文件 {file}。请另存一份到别处：没有它，任何备份都无法打开；也不要和备份放在一起。',
    en: 'A new key file was made: {file}. Keep a copy elsewhere, not beside the backups: without it no backup can be opened.',
  },
  whole: {
    zh: '备份完好：{file}，{at} 所做，{rows} 行记录、{files} 个文件，到第 {seq} 号变更，防篡改链完整。',
    en: 'The backup is whole: {file}, made {at}, {rows} rows and {files} files, up to change {seq}, its chain unbroken.',
  },
  restored: {
    zh: '已恢复到 {folder}（{rows} 行记录、{files} 个文件）。启动：npm start -- --data {folder}',
    en: 'Restored into {folder} ({rows} rows, {files} files). Start it by: npm start -- --data {folder}',
  },
  usage: {
    zh: '用法：npm run backup [-- --data 文件夹 --to 备份文件夹 --key 密钥文件] · npm run backup verify [-- 备份文件 --to … --key …] · npm run restore -- 备份文件 --data 新文件夹 [--key 密钥文件]',
    en: 'Calls: npm run backup [-- --data DIR --to FOLDER --key FILE] · npm run backup verify [-- FILE --to … --key …] · npm run restore -- FILE --data NEWDIR [--key FILE]',
  },
};
