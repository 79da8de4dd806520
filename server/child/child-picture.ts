import sharp from 'sharp';
import type { PictureJob, PictureResult } from './jobs.ts';

/**
 * A PNG or JPEG decoded and encoded again: turned upright, no longer than `sidePx`, without anything else the file held. What it is its bytes say,
 * not its name; its size is read before it is unpacked.
 */
export async function madeAnew({ bytes, mostPixels, sidePx }: PictureJob): Promise<PictureResult> {
  const input = sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 });
  const head = await input.metadata().catch(() => null);
  if (!head || (head.format !== 'png' && head.format !== 'jpeg')) return { refused: 'unreadable' };
  if (head.width * head.height > mostPixels) return { refused: 'too-many-pixels' };
  const upright = input
    .autoOrient()
    .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const made = await (head.hasAlpha ? upright.png() : upright.jpeg({ quality: 86, mozjpeg: true }))
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (!made) return { refused: 'unreadable' };
  const { data, info } = made;
  return { bytes: data, extension: head.hasAlpha ? 'png' : 'jpg', width: info.width, height: info.height };
}
