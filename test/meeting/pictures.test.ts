import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Context } from 'hono';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { pictureTurns } from '../../server/picture/limits.ts';
import type { Viewer } from '../../server/rights/view.ts';
import { fillCounty } from '../api/small-county.ts';
import { inspector, leader, office, town } from '../form/county-forms.ts';
import { eachEngine } from '../store/engines.ts';

/** A whole PNG of one bit a pixel, put together by hand: quicker than drawing it. */
function blackPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, content: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(content.length);
    around.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(new Uint8Array(height * (1 + Math.ceil(width / 8))));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', new Uint8Array())]),
  );
}

const screen: Viewer = { ...leader, id: 'screen', role: 'screen' };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } });

eachEngine('pictures of agendas', (open) => {
  async function begun() {
    const store = await open();
    await fillCounty(store);
    let asking: Viewer | null = office;
    const whoAsks = async (_c: Context) => asking;
    const app = createApp({ store, distFolder: '.', startedAt: new Date(), version: '1', whoAsks });
    const send = async (
      bytes: Uint8Array<ArrayBuffer>,
      viewer = office,
      type = 'image/jpeg',
      length = bytes.length,
    ) => {
      asking = viewer;
      const headers = {
        ...{ origin: 'http://county', host: 'county', 'accept-language': 'zh-CN' },
        ...{ 'content-type': type, 'content-length': String(length) },
      };
      const answer = await app.request('http://county/api/pictures', { method: 'POST', headers, body: bytes });
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    };
    const look = async (name: string, viewer: Viewer | null) => {
      asking = viewer;
      return app.request(`http://county/api/pictures/${name}`);
    };
    const files = () => {
      const folder = join(store.dataDir, 'files');
      return existsSync(folder) ? readdirSync(folder).filter((name) => /\.(png|jpg)$/.test(name)) : [];
    };
    return { send, look, files };
  }
  const bytesOf = async (made: ReturnType<typeof picture>) => new Uint8Array(await made.toBuffer());

  test('is made anew: upright, without what a camera wrote into it, no longer than it must be, once however often', async () => {
    const { send, look, files } = await begun();
    const photo = picture(3000, 200).withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '33/1' } });
    const bytes = await bytesOf(photo.jpeg().withMetadata({ orientation: 6 }));
    const [one, again] = [await send(bytes), await send(bytes)];
    expect(one.status).toBe(200);
    expect(again.body.name).toBe(one.body.name);
    expect(files()).toEqual([one.body.name]);
    const kept = new Uint8Array(await (await look(one.body.name ?? '', office)).arrayBuffer());
    const { exif, orientation, width, height } = await sharp(kept).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      ...{ exif: undefined, orientation: undefined, width: 171, height: 2560 },
    });
  });

  test('what is clear stays clear', async () => {
    const { send } = await begun();
    const made = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } });
    expect((await send(await bytesOf(made.png()), office, 'image/png')).body.name).toMatch(/\.png$/);
  });

  test.each([
    ['words that say they are a picture', async () => new TextEncoder().encode('not a picture at all')],
    ['an SVG that says it is a PNG', async () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a WebP that says it is a PNG', async () => bytesOf(picture(9, 9).webp())],
    ['a file cut off', async () => (await bytesOf(picture(400, 400).jpeg())).slice(0, 900)],
    ['nothing', async () => new Uint8Array()],
  ])('%s is refused, and nothing kept', async (_, made) => {
    const { send, files } = await begun();
    const { status, body } = await send(await made(), office, 'image/png');
    expect([status, body.type]).toEqual([422, '/problems/picture-unreadable']);
    expect(body.detail).toContain('没有保存');
    expect(files()).toEqual([]);
  });

  test('a hundred million pixels in a small file are refused before they are unpacked', async () => {
    const { send, files } = await begun();
    const bomb = blackPng(10_000, 10_000);
    expect(bomb.length).toBeLessThan(1_000_000);
    const { status, body } = await send(bomb, office, 'image/png');
    expect([status, body.type]).toEqual([422, '/problems/picture-too-many-pixels']);
    expect(files()).toEqual([]);
    expect((await send(blackPng(1000, 1000), office, 'image/png')).status).toBe(200);
  });

  test('a file too large is refused by what it says of itself, and by what it is', async () => {
    const { send, files } = await begun();
    const large = new Uint8Array(12 * 1024 * 1024 + 1);
    for (const length of [large.length, 10]) {
      const { status, body } = await send(large, office, 'image/jpeg', length);
      expect([status, body.type]).toEqual([413, '/problems/picture-too-large']);
    }
    expect(files()).toEqual([]);
  });

  test('many at once are read in turn; who would wait too long is told to send his again, and can', async () => {
    const { send, files } = await begun();
    const { atOnce, waiting } = pictureTurns;
    const sent = await Promise.all(
      Array.from({ length: atOnce + waiting + 3 }, async (_, at) => send(await bytesOf(picture(8 + at, 8).jpeg()))),
    );
    const refused = sent.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, body }) => [status, body.type])).toEqual(
      Array(3).fill([503, '/problems/pictures-full']),
    );
    expect(refused[0]?.body.detail).toContain('稍等');
    expect(files()).toHaveLength(atOnce + waiting);
    expect((await send(await bytesOf(picture(99, 8).jpeg()))).status).toBe(200);
  });

  test('only who runs meetings keeps one; only who may see meetings sees it', async () => {
    const { send, look } = await begun();
    const bytes = await bytesOf(picture(20, 20).jpeg());
    for (const viewer of [leader, town, screen]) expect((await send(bytes, viewer)).status).toBe(403);
    const { name = '' } = (await send(bytes)).body;
    for (const viewer of [office, leader, screen]) expect((await look(name, viewer)).status).toBe(200);
    for (const viewer of [town, inspector]) expect((await look(name, viewer)).status).toBe(403);
    expect((await look(name, null)).status).toBe(401);
    for (const other of [`${'0'.repeat(64)}.jpg`, '..%2Fcounty.sqlite'])
      expect((await look(other, office)).status).toBe(404);
  });
});
