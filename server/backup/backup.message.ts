import type { Text } from '../words/text.ts';
import type { BackupFault } from './backup-problem.ts';

/** Why a backup could not be made, read or restored, and what to do. */
export const backupFaults: Record<BackupFault, Text> = {
  'no-backup': {
    zh: '{file} 不是本系统的备份文件。请选择以 .countymap 结尾的备份。',
    en: '{file} is not a backup of this system. Choose a file ending in .countymap.',
  },
  'wrong-key': {
    zh: '这份备份是用另一把密钥加密的。请用 --key 指定做这份备份时的密钥文件。',
    en: 'This backup was encrypted with another key. Give the key file it was made with: --key.',
  },
  'key-missing': {
    zh: '找不到密钥文件 {file}。没有密钥，备份无法打开；请用 --key 指定它。',
    en: 'The key file {file} was not found. Without it no backup can be opened; give it with --key.',
  },
  'key-unusable': {
    zh: '{file} 不是密钥文件（应为 64 位十六进制数）。',
    en: '{file} is not a key file (expected: 64 hexadecimal digits).',
  },
  cut: {
    zh: '备份文件不完整，后面缺了一截，不能使用。请换一份备份，并检查存放它的磁盘。',
    en: 'The backup file is incomplete and cannot be used. Use another backup, and check the disk it is on.',
  },
  changed: {
    zh: '备份文件被改动或损坏，不能使用。请换一份备份，并检查存放它的磁盘。',
    en: 'The backup file was changed or damaged and cannot be used. Use another backup, and check the disk it is on.',
  },
  incomplete: {
    zh: '备份里缺少内容，不能使用。请换一份备份。',
    en: 'The backup lacks part of its content and cannot be used. Use another backup.',
  },
  'chain-broken': {
    zh: '备份里的变更记录从第 {seq} 号起对不上，做备份之前数据已被改动。请换一份更早的备份，并运行 npm run audit verify 检查现有数据。',
    en: 'The changes in the backup do not match from number {seq} on: the data was altered before the backup was made. Use an earlier backup, and check the current data with npm run audit verify.',
  },
  'none-found': {
    zh: '{folder} 里没有备份。请用 --to 指定存放备份的文件夹，或写明备份文件。',
    en: 'There is no backup in {folder}. Give the backup folder with --to, or the backup file itself.',
  },
  'folder-not-empty': {
    zh: '{folder} 不是空的。恢复只写入新的或空的文件夹（数据库），请用 --data 指定另一个。',
    en: '{folder} is not empty. Restore writes only to a new or empty folder (or database); choose another with --data.',
  },
  'not-writable': {
    zh: '{folder} 无法写入，没有留下不完整的备份。请检查权限后再试，或指定另一个文件夹。',
    en: '{folder} is not writable; no partial backup was left. Check the permissions and try again, or choose another folder.',
  },
  'disk-full': {
    zh: '{folder} 所在磁盘已满，备份失败，没有留下不完整的备份；以前的备份都还在。请腾出空间后再试，或指定另一个文件夹。',
    en: 'The disk of {folder} is full: the backup failed and no partial backup was left. Earlier backups are untouched. Free some space and try again, or choose another folder.',
  },
  failed: {
    zh: '备份失败：{reason}。以前的备份都还在。请查看数据文件夹里的 log，再试一次。',
    en: 'Backup failed: {reason}. Earlier backups are untouched. Check the log in the data folder and try again.',
  },
  newer: {
    zh: '备份由更新的版本写成（结构版本 {found}）。请先升级程序。',
    en: 'The backup was made by a newer version (schema {found}). Update the program first.',
  },
};

export const backupSaid: Record<'made' | 'key-made' | 'whole' | 'restored' | 'usage', Text> = {
  made: {
    zh: '备份完成：{file}（{megabytes} MB，到第 {seq} 号变更；按规则清理旧备份 {forgotten} 份）',
    en: 'Backup complete: {file} ({megabytes} MB, up to change {seq}; old backups removed by the rule: {forgotten})',
  },
  'key-made': {
    zh: '新建了密钥文件 {file}。请另存一份到别处：没有它，任何备份都无法打开；也不要和备份放在一起。',
    en: 'Created a new key file: {file}. Keep a copy elsewhere, away from the backups: without it no backup can be opened.',
  },
  whole: {
    zh: '备份完好：{file}，{at} 所做，{rows} 行记录、{files} 个文件，到第 {seq} 号变更，防篡改链完整。',
    en: 'The backup is intact: {file}, made {at}, {rows} rows and {files} files, up to change {seq}, with an unbroken audit chain.',
  },
  restored: {
    zh: '已恢复到 {folder}（{rows} 行记录、{files} 个文件）。启动：npm start -- --data {folder}',
    en: 'Restored to {folder} ({rows} rows, {files} files). Start: npm start -- --data {folder}',
  },
  usage: {
    zh: '用法：npm run backup [-- --data 文件夹 --to 备份文件夹 --key 密钥文件] · npm run backup verify [-- 备份文件 --to … --key …] · npm run restore -- 备份文件 --data 新文件夹 [--key 密钥文件]',
    en: 'Usage: npm run backup [-- --data DIR --to FOLDER --key FILE] · npm run backup verify [-- FILE --to … --key …] · npm run restore -- FILE --data NEWDIR [--key FILE]',
  },
};
