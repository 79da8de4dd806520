import { noClass } from '../column.ts';

/** Texels in a row of the table of villages. */
const placesWidth = 256;

/** Class and fading of every village as a table of two bytes a texel, addressed by fid. */
export function uploadPlaces(gl: WebGL2RenderingContext, classes: Uint8Array, faded: Uint8Array): void {
  const rows = Math.max(1, Math.ceil(classes.length / placesWidth));
  const texels = new Uint8Array(rows * placesWidth * 2).fill(noClass);
  for (let fid = 0; fid < classes.length; fid++) {
    texels[fid * 2] = classes[fid] ?? noClass;
    texels[fid * 2 + 1] = faded[fid] ?? 0;
  }
  exact(gl);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG8UI, placesWidth, rows, 0, gl.RG_INTEGER, gl.UNSIGNED_BYTE, texels);
}

/** A picture, smooth when it is enlarged or made smaller; without one, a white texel. */
export function uploadImage(gl: WebGL2RenderingContext, image: ImageBitmap | null): void {
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  if (image) gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, image);
  else
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array([255, 255, 255, 255]));
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.generateMipmap(gl.TEXTURE_2D);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_NEAREST);
}

function exact(gl: WebGL2RenderingContext): void {
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
}
