import { inflateSync } from 'node:zlib';

/** A WOFF 1.0 font as the OpenType file it holds (W3C WOFF 1.0, 2012): its tables inflated, its directory written anew. */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.length);
  if (from.getUint32(0) !== 0x774f4646) throw new Error('no WOFF font');
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + at * 20;
    const [tag, offset, packed, size, sum] = [0, 4, 8, 12, 16].map((byte) => from.getUint32(entry + byte)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, sum, bytes: packed < size ? new Uint8Array(inflateSync(bytes)) : bytes };
  });
  const whole = tables.reduce((sum, { bytes }) => sum + Math.ceil(bytes.length / 4) * 4, 12 + 16 * count);
  const font = new Uint8Array(whole);
  const to = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  to.setUint32(0, from.getUint32(4));
  for (const [at, value] of [count, power * 16, Math.log2(power), (count - power) * 16].entries())
    to.setUint16(4 + 2 * at, value);
  let offset = 12 + 16 * count;
  for (const [at, { tag, sum, bytes }] of tables.entries()) {
    for (const [n, value] of [tag, sum, offset, bytes.length].entries()) to.setUint32(12 + 16 * at + 4 * n, value);
    font.set(bytes, offset);
    offset += Math.ceil(bytes.length / 4) * 4;
  }
  return font;
}
