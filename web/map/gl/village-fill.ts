import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { noClass } from '../column.ts';
import { hatchStepPx, hatchWidthPx } from '../hatch.ts';
import type { Archive } from './archive.ts';
import { fillProgram } from './fill-shader.ts';
import { coverWith, keyOf, type TileId, type TilePart } from './tile-cover.ts';
import { meshOf, type TileMesh } from './tile-mesh.ts';
import { holdsPoint } from './tile-polygons.ts';

interface DrawnTile {
  mesh: TileMesh;
  array: WebGLVertexArrayObject | null;
  buffers: WebGLBuffer[];
}

/** How the villages are painted: class and fading by fid, and for each class colour and hatch (two rows of 64 RGBA texels). */
export interface FillState {
  classes: Uint8Array;
  faded: Uint8Array;
  palette: Uint8Array;
  opacity: number;
  fadedOpacity: number;
}

/** Where the shapes come from, and whom to tell that every village in view is painted or that a tile does not come. */
export interface FillSource {
  archive: Archive;
  zooms: { min: number; max: number };
  onPainted: () => void;
  onFault: () => void;
}

/** Texels in a row of the table of villages. */
const row = 256;
export const paletteWidth = 64;

/**
 * The villages' fill as one layer of the map. Colours live in a small texture addressed by fid, so a recolour of any number of
 * villages is one upload of two bytes each and one frame; shapes are never touched.
 */
export class VillageFill implements CustomLayerInterface {
  readonly id = 'village-fill';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  private map: MapLibreMap | null = null;
  private gl: WebGL2RenderingContext | null = null;
  private program: WebGLProgram | null = null;
  private places: WebGLTexture | null = null;
  private palette: WebGLTexture | null = null;
  private readonly uniforms: Record<string, WebGLUniformLocation | null> = {};
  private readonly tiles = new Map<string, DrawnTile>();
  private readonly asked = new Set<string>();
  private state: FillState | null = null;
  private stale = true;
  private shown: TilePart[] = [];

  private readonly source: FillSource;

  constructor(source: FillSource) {
    this.source = source;
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.map = map;
    this.gl = gl;
    this.program = fillProgram(gl);
    for (const name of ['matrix', 'places', 'palette', 'clip', 'origin', 'step', 'width', 'opacity', 'faded']) {
      this.uniforms[name] = gl.getUniformLocation(this.program, `u_${name}`);
    }
    this.places = gl.createTexture();
    this.palette = gl.createTexture();
    for (const tile of this.tiles.values()) Object.assign(tile, { array: null, buffers: [] });
    this.stale = true;
  }

  onRemove(): void {
    for (const tile of this.tiles.values()) this.free(tile);
    this.gl?.deleteProgram(this.program);
    this.gl?.deleteTexture(this.places);
    this.gl?.deleteTexture(this.palette);
    this.map = null;
    this.gl = null;
  }

  /** Repaints with another state; the next frame shows it. */
  paint(state: FillState): void {
    this.state = state;
    this.stale = true;
    this.map?.triggerRepaint();
  }

  /** The village at a place given as Web Mercator shares 0–1 of the world, among the tiles now drawn; null outside. */
  villageAt(worldX: number, worldY: number): number | null {
    for (const { tile, clip } of this.shown) {
      const side = 2 ** tile.z;
      const [sx, sy] = [worldX * side - tile.x, worldY * side - tile.y];
      if (sx < clip[0] || sy < clip[1] || sx >= clip[2] || sy >= clip[3]) continue;
      const mesh = this.tiles.get(keyOf(tile))?.mesh;
      const found = mesh?.features.find((one) => holdsPoint(one, sx * mesh.extent, sy * mesh.extent));
      if (found) return found.fid;
    }
    return null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const { map, state } = this;
    if (!map || !this.program) return;
    const wanted = map
      .coveringTiles({ tileSize: 512, minzoom: this.source.zooms.min, maxzoom: this.source.zooms.max })
      .map(({ canonical: { z, x, y }, wrap }) => ({ z, x, y, wrap }));
    for (const tile of wanted) this.ask(tile);
    const { parts, complete } = coverWith(wanted, (key) => this.tiles.has(key));
    this.shown = parts;
    if (!state) return;
    // biome-ignore lint/correctness/useHookAtTopLevel: a WebGL call, no hook of React
    gl.useProgram(this.program);
    this.bindTextures(gl, state);
    this.setFrame(gl, map, state);
    for (const part of parts) this.draw(gl, part, input.defaultProjectionData.mainMatrix);
    gl.bindVertexArray(null);
    if (complete) this.source.onPainted();
  }

  private setFrame(gl: WebGL2RenderingContext, map: MapLibreMap, state: FillState): void {
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const ratio = map.getPixelRatio();
    // The hatch stays with the ground while the map is dragged.
    const fixed = map.project([0, 0]);
    const period = hatchStepPx * Math.SQRT2 * 2;
    const bottom = gl.drawingBufferHeight - fixed.y * ratio;
    gl.uniform2f(this.uniforms.origin ?? null, (fixed.x * ratio) % (period * ratio), bottom % (period * ratio));
    gl.uniform1f(this.uniforms.step ?? null, hatchStepPx * ratio);
    gl.uniform1f(this.uniforms.width ?? null, hatchWidthPx * ratio);
    gl.uniform1f(this.uniforms.opacity ?? null, state.opacity);
    gl.uniform1f(this.uniforms.faded ?? null, state.fadedOpacity);
  }

  private draw(gl: WebGL2RenderingContext, { tile, clip }: TilePart, world: ArrayLike<number>): void {
    const drawn = this.tiles.get(keyOf(tile));
    if (!drawn || drawn.mesh.indices.length === 0) return;
    const extent = drawn.mesh.extent;
    gl.uniformMatrix4fv(this.uniforms.matrix ?? null, false, tileMatrix(world, tile, extent));
    gl.uniform4f(this.uniforms.clip ?? null, clip[0] * extent, clip[1] * extent, clip[2] * extent, clip[3] * extent);
    if (!drawn.array) this.load(gl, drawn);
    gl.bindVertexArray(drawn.array);
    gl.drawElements(gl.TRIANGLES, drawn.mesh.indices.length, gl.UNSIGNED_INT, 0);
  }

  private load(gl: WebGL2RenderingContext, drawn: DrawnTile): void {
    const [vertices, indices] = [gl.createBuffer(), gl.createBuffer()];
    drawn.array = gl.createVertexArray();
    drawn.buffers = [vertices, indices];
    gl.bindVertexArray(drawn.array);
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    gl.bufferData(gl.ARRAY_BUFFER, drawn.mesh.vertices, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.SHORT, false, 8, 0);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_INT, 8, 4);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, drawn.mesh.indices, gl.STATIC_DRAW);
  }

  private free(drawn: DrawnTile): void {
    this.gl?.deleteVertexArray(drawn.array);
    for (const buffer of drawn.buffers) this.gl?.deleteBuffer(buffer);
    Object.assign(drawn, { array: null, buffers: [] });
  }

  private bindTextures(gl: WebGL2RenderingContext, state: FillState): void {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.places);
    if (this.stale) uploadPlaces(gl, state);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.palette);
    if (this.stale) uploadPalette(gl, state.palette);
    this.stale = false;
    gl.uniform1i(this.uniforms.places ?? null, 0);
    gl.uniform1i(this.uniforms.palette ?? null, 1);
  }

  private ask(tile: TileId): void {
    const key = keyOf(tile);
    if (this.asked.has(key)) return;
    this.asked.add(key);
    this.source.archive.tile(tile.z, tile.x, tile.y).then(
      (bytes) => {
        this.tiles.set(key, { mesh: meshOf(bytes), array: null, buffers: [] });
        this.forget();
        this.map?.triggerRepaint();
      },
      () => {
        this.asked.delete(key);
        this.source.onFault();
      },
    );
  }

  /** Keeps the newest tiles only; what is on screen stays. */
  private forget(): void {
    const onScreen = new Set(this.shown.map(({ tile }) => keyOf(tile)));
    for (const [key, drawn] of this.tiles) {
      if (this.tiles.size <= 160) return;
      if (onScreen.has(key)) continue;
      this.free(drawn);
      this.tiles.delete(key);
      this.asked.delete(key);
    }
  }
}

/** From tile units to the clip space, given the matrix of the world's unit square; computed in doubles. */
function tileMatrix(world: ArrayLike<number>, tile: TileId, extent: number): Float32Array {
  const side = 1 / 2 ** tile.z;
  const [left, top] = [tile.x * side + tile.wrap, tile.y * side];
  const matrix = new Float32Array(16);
  for (let i = 0; i < 4; i++) {
    const [a, b, c, d] = [world[i] ?? 0, world[4 + i] ?? 0, world[8 + i] ?? 0, world[12 + i] ?? 0];
    matrix[i] = (a * side) / extent;
    matrix[4 + i] = (b * side) / extent;
    matrix[8 + i] = c;
    matrix[12 + i] = a * left + b * top + d;
  }
  return matrix;
}

function uploadPlaces(gl: WebGL2RenderingContext, { classes, faded }: FillState): void {
  const rows = Math.max(1, Math.ceil(classes.length / row));
  const texels = new Uint8Array(rows * row * 2).fill(noClass);
  for (let fid = 0; fid < classes.length; fid++) {
    texels[fid * 2] = classes[fid] ?? noClass;
    texels[fid * 2 + 1] = faded[fid] ?? 0;
  }
  upload(gl, [gl.RG8UI, row, rows, gl.RG_INTEGER], texels);
}

function uploadPalette(gl: WebGL2RenderingContext, palette: Uint8Array): void {
  upload(gl, [gl.RGBA8, paletteWidth, 2, gl.RGBA], palette);
}

function upload(
  gl: WebGL2RenderingContext,
  [inner, width, height, format]: [number, number, number, number],
  texels: Uint8Array,
): void {
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, size, gl.NEAREST);
  for (const [setting, value] of [
    [gl.UNPACK_ALIGNMENT, 1],
    [gl.UNPACK_FLIP_Y_WEBGL, 0],
    [gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, 0],
  ] as const) {
    gl.pixelStorei(setting, value);
  }
  gl.texImage2D(gl.TEXTURE_2D, 0, inner, width, height, 0, format, gl.UNSIGNED_BYTE, texels);
}
