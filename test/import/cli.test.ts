import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../server/import/print-report.ts';
import { newFolder } from '../store/engines.ts';
import { folderOf, sixVillages } from './many-places.ts';

const root = join(import.meta.dirname, '../..');

/** Runs the command as a user does. */
function command(...given: string[]): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/import/cli.ts', ...given], { cwd: root, env: {} });
    const said = { out: '', err: '' };
    child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
    child.once('close', (status) => resolve({ status, ...said }));
  });
}
const county = () => folderOf({ '村界.geojson': sixVillages() });

describe('npm run import', () => {
  test("a county office's way: look first, write, and write nothing the second time", async () => {
    const dataDir = newFolder();
    const folder = county();
    const looked = await command(folder, '--dry-run', '--data', dataDir);
    expect(looked).toMatchObject({ status: 0, err: '' });
    expect(looked.out).toContain('试运行');
    const written = await command(folder, '--data', dataDir);
    expect(written).toMatchObject({ status: 0, err: '' });
    expect(written.out).toMatch(/村界\.geojson +边界 6 个/);
    expect(written.out).toMatch(/村（社区） +6 +– +–/);
    expect(written.out).toContain('已全部写入');
    const again = await command(folder, '--data', dataDir, '--lang', 'en');
    expect(again.status).toBe(0);
    expect(again.out).toMatch(/villages +– +– +6/);
    expect(again.out).toContain('nothing was changed');
  }, 60_000);
  test('ends with 2 when something waits for an answer, and says what to do', async () => {
    const folder = folderOf({ '阵地台账.csv': '乡镇,村名,填报日期,建设阶段\n甲镇,东村,2026-08-24,建成\n' });
    const { status, out } = await command(folder, '--data', newFolder());
    expect(status).toBe(2);
    expect(out).toContain('待确认');
    expect(out).toContain('请同时给出村界文件');
    expect(out).toContain('没有写入任何内容');
  }, 30_000);
  test.each([
    [[], '没有指定要导入的文件'],
    [['x', '--crs', 'beijing54'], '坐标系“beijing54”'],
    [['x', '--lang', 'en', '--port', '1'], 'Unknown argument “--port”'],
  ])('%j is answered by one sentence and exit code 1', async (given, sentence) => {
    const { status, out, err } = await command(...given);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

test.each([
  ['abc', 3],
  ['村界.zip', 8],
  ['（一）', 6],
])('%s takes %d columns of a terminal', (text, width) => expect(widthOf(text)).toBe(width));
