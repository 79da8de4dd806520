import type { AreasAnswer } from '../../../server/area/answer.ts';
import { archiveAt } from '../../../web/map/gl/archive.ts';
import { type Screen, tilesOn, tileToClip } from '../../../web/map/gl/screen.ts';
import { meshOf, shapesOf } from '../../../web/map/gl/tile-mesh.ts';
import { rgbOf } from '../../../web/map/paint.ts';
import { worldOf } from '../../../web/map/plain/projection.ts';
import { classesOf, colours, finish, offer, root } from './bench-page.ts';

// The least WebGL can do: the very triangles of the product, a colour at each vertex, one draw call, nothing else on screen.
const areas = (await (await fetch('/areas.json')).json()) as AreasAnswer;
const bounds = areas.map?.bounds ?? [0, 0, 1, 1];
const canvas = document.createElement('canvas');
canvas.width = root().clientWidth;
canvas.height = root().clientHeight;
root().append(canvas);
const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
if (!gl) throw new Error('no WebGL 2');

const [west, north] = worldOf([bounds[0], bounds[3]]);
const [east, south] = worldOf([bounds[2], bounds[1]]);
const world = Math.min((canvas.width - 64) / (east - west), (canvas.height - 64) / (south - north));
const screen: Screen = {
  width: canvas.width,
  height: canvas.height,
  ratio: 1,
  world,
  left: canvas.width / 2 - ((west + east) / 2) * world,
  top: canvas.height / 2 - ((north + south) / 2) * world,
};
const archive = archiveAt(areas.map?.tiles ?? '');
const { minZoom, maxZoom } = await archive.header();
const places: number[] = [];
const fids: number[] = [];
const indices: number[] = [];
for (const tile of tilesOn(screen, Math.log2(world / 512), { min: minZoom, max: maxZoom })) {
  const mesh = meshOf(shapesOf(await archive.tile(tile.z, tile.x, tile.y)));
  const [a, b, c, d] = tileToClip(screen, tile, mesh.extent);
  const base = fids.length;
  const at = new Int16Array(mesh.vertices);
  const fid = new Uint32Array(mesh.vertices);
  for (let i = 0; i < fid.length / 2; i++) {
    places.push((at[4 * i] ?? 0) * a + c, (at[4 * i + 1] ?? 0) * b + d);
    fids.push(fid[2 * i + 1] ?? 0);
  }
  for (const index of mesh.indices) indices.push(base + index);
}

const program = gl.createProgram();
for (const [kind, source] of [
  [
    gl.VERTEX_SHADER,
    '#version 300 es\nin vec2 a_at;in vec4 a_colour;out vec4 v_colour;void main(){v_colour=a_colour;gl_Position=vec4(a_at,0.0,1.0);}',
  ],
  [
    gl.FRAGMENT_SHADER,
    '#version 300 es\nprecision mediump float;in vec4 v_colour;out vec4 colour;void main(){colour=v_colour;}',
  ],
] as const) {
  const shader = gl.createShader(kind);
  if (!shader) throw new Error('no shader');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  gl.attachShader(program, shader);
}
gl.bindAttribLocation(program, 0, 'a_at');
gl.bindAttribLocation(program, 1, 'a_colour');
gl.linkProgram(program);
// biome-ignore lint/correctness/useHookAtTopLevel: a WebGL call, no hook of React
gl.useProgram(program);
gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(places), gl.STATIC_DRAW);
gl.enableVertexAttribArray(0);
gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint32Array(indices), gl.STATIC_DRAW);
gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
gl.enableVertexAttribArray(1);
gl.vertexAttribPointer(1, 4, gl.UNSIGNED_BYTE, true, 0, 0);

const painted = colours.map(rgbOf).map(([r, g, b]) => (255 << 24) | (b << 16) | (g << 8) | r);
const order = new Map(areas.villages.map(({ fid }, at) => [fid, at]));
const ranks = Uint32Array.from(fids, (fid) => order.get(fid) ?? 0);
const vertexColours = new Uint32Array(fids.length);
offer(async (seed) => {
  const classes = classesOf(areas.villages.length, seed);
  for (let i = 0; i < ranks.length; i++) vertexColours[i] = painted[classes[ranks[i] ?? 0] ?? 0] ?? 0;
  gl.bufferData(gl.ARRAY_BUFFER, vertexColours, gl.DYNAMIC_DRAW);
  gl.viewport(0, 0, canvas.width, canvas.height);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.drawElements(gl.TRIANGLES, indices.length, gl.UNSIGNED_INT, 0);
  finish(canvas);
});
