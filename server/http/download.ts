import { extname } from 'node:path';

/** What no file name may hold on Windows, macOS or Linux, and what turns the reading direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what file names may not hold
const unfit = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Names Windows keeps for devices, whatever follows the point. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Bytes a name may have in UTF-8: file systems take 255, and browsers add a number to what is there already. */
const mostBytes = 230;

/**
 * 文件名 — a title and its extension as a name that every system keeps: what none takes becomes a hyphen, long ones are cut between characters
 * and keep their extension. Source: Microsoft, Naming Files, Paths, and Namespaces.
 */
export function fileName(wanted: string): string {
  const extension = extname(wanted);
  const stem = wanted
    .slice(0, wanted.length - extension.length)
    .toWellFormed()
    .replace(unfit, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = reserved.test(stem) || stem === '' ? `_${stem}` : stem;
  const room = mostBytes - Buffer.byteLength(extension);
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(named)) {
    if (Buffer.byteLength(kept + segment) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${extension}`;
}

/** A file to be saved under a name; `plain` is the name for programs that read ASCII only. Source: RFC 6266, RFC 8187. */
export function download(
  file: Uint8Array | string,
  { media, name, plain, vary }: { media: string; name: string; plain: string; vary?: string },
): Response {
  const encoded = encodeURIComponent(fileName(name)).replace(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return new Response(typeof file === 'string' ? file : new Uint8Array(file), {
    headers: {
      'content-type': typeof file === 'string' ? `${media}; charset=utf-8` : media,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'private, no-store',
      ...(vary ? { vary } : {}),
    },
  });
}
