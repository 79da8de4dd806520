import { hatchStepPx, hatchWidthPx } from '../../ui/hatch.ts';
import { type MapInk, type Palette, paletteOf, rgbOf } from '../paint.ts';
import { contextOf, newCanvas } from '../webgl.ts';
import type { Fill, FillState, Ground } from './fill.ts';
import { fillProgram, groundProgram, type Linking, mostClasses, type Program } from './fill-shader.ts';
import { boxToClip, clipRectangle, type Screen, tilesOn, tileToBox, tileToClip } from './screen.ts';
import { uploadImage, uploadPlaces } from './textures.ts';
import { keyOf, type TilePart } from './tile-cover.ts';
import type { TileMesh } from './tile-mesh.ts';
import type { VillageTiles } from './village-tiles.ts';

interface Context {
  gl: WebGL2RenderingContext;
  fill: Program;
  ground: Program;
  square: WebGLVertexArrayObject | null;
  textures: { places: WebGLTexture; image: WebGLTexture };
  arrays: Map<string, { array: WebGLVertexArrayObject | null; buffers: WebGLBuffer[]; count: number }>;
}

/**
 * Ground and villages in a canvas of their own under the lines and labels. Colours live in a small texture addressed by fid, so
 * a recolour of any number of villages is one upload of two bytes each and one draw of this canvas alone: no shape is touched,
 * no line or label drawn again.
 */
export class FillCanvas implements Fill {
  readonly canvas = newCanvas();
  private readonly tiles: VillageTiles;
  private readonly levels: { min: number; max: number };
  private context: Context | null = null;
  private linking: { fill: Linking; ground: Linking } | null = null;
  private state: FillState | null = null;
  private palette: Palette | null = null;
  private ground: Ground | null = null;
  private stale = { state: true, ground: true };
  private screen: { at: Screen; zoom: number } | null = null;

  /** Refuses (throws) where the browser gives no WebGL 2; `lost` is called when it takes it away. Nothing is drawn before {@link ready}. */
  constructor(tiles: VillageTiles, levels: { min: number; max: number }, lost: () => void) {
    this.tiles = tiles;
    this.levels = levels;
    this.open();
    this.canvas.addEventListener('webglcontextlost', () => {
      if (this.context === null && this.linking === null) return;
      this.context = null;
      this.linking = null;
      lost();
    });
  }

  /** Whether the programs are compiled, so that drawing waits for nothing. */
  ready(): boolean {
    return this.context !== null || (this.linking !== null && this.linking.fill.ready() && this.linking.ground.ready());
  }

  paint(state: FillState): boolean {
    this.state = state;
    this.palette = paletteOf(state.paints, mostClasses);
    this.stale.state = true;
    return this.draw();
  }

  setGround(ground: Ground): void {
    this.ground = ground;
    this.stale.ground = true;
    this.draw();
  }

  look(at: Screen, zoom: number): boolean {
    this.screen = { at, zoom };
    if (this.canvas.width !== at.width) this.canvas.width = at.width;
    if (this.canvas.height !== at.height) this.canvas.height = at.height;
    return this.draw();
  }

  draw(): boolean {
    const { screen, state } = this;
    if (!screen || !state) return false;
    const context = this.stand();
    if (!context) return false;
    const { gl } = context;
    gl.viewport(0, 0, screen.at.width, screen.at.height);
    gl.disable(gl.SCISSOR_TEST);
    const [red = 0, green = 0, blue = 0] = shares(state.ink.paper);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.upload(context, state);
    this.drawGround(context, screen.at, state);
    const cover = this.tiles.cover(tilesOn(screen.at, screen.zoom, this.levels));
    this.drawVillages(context, screen.at, cover.parts, state);
    return cover.complete;
  }

  remove(): void {
    const gl = this.context?.gl;
    this.context = null;
    this.linking = null;
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    this.canvas.remove();
  }

  private open(): void {
    const gl = contextOf(this.canvas);
    if (!gl) throw new Error('no WebGL 2');
    this.linking = { fill: fillProgram(gl), ground: groundProgram(gl) };
  }

  /** What is drawn with, made when it is first needed. */
  private stand(): Context | null {
    const { linking } = this;
    const gl = this.context || !linking ? null : contextOf(this.canvas);
    if (!gl || !linking) return this.context;
    const textures = { places: gl.createTexture(), image: gl.createTexture() };
    const square = gl.createVertexArray();
    gl.bindVertexArray(square);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Int16Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.SHORT, false, 0, 0);
    const [fill, ground] = [linking.fill.finish(), linking.ground.finish()];
    this.context = { gl, fill, ground, square, textures, arrays: new Map() };
    this.linking = null;
    this.stale = { state: true, ground: true };
    return this.context;
  }

  private upload({ gl, textures }: Context, state: FillState): void {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, textures.places);
    if (this.stale.state) uploadPlaces(gl, state.classes, state.faded);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, textures.image);
    if (this.stale.ground) uploadImage(gl, this.ground?.image ?? null);
    this.stale = { state: false, ground: false };
  }

  private drawGround({ gl, ground, square }: Context, screen: Screen, { ink }: FillState): void {
    if (!this.ground) return;
    // biome-ignore lint/correctness/useHookAtTopLevel: a WebGL call, no hook of React
    gl.useProgram(ground.program);
    gl.uniform1i(ground.at.image ?? null, 1);
    gl.uniform4fv(ground.at.tone ?? null, ink.groundTone);
    gl.uniform3fv(ground.at.paper ?? null, shares(ink.paper));
    gl.uniform1f(ground.at.veil ?? null, ink.veil);
    gl.uniform4fv(ground.at.tile ?? null, boxToClip(screen, this.ground.box, 1));
    gl.bindVertexArray(square);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  private drawVillages(context: Context, screen: Screen, parts: TilePart[], state: FillState): void {
    const { gl, fill } = context;
    // biome-ignore lint/correctness/useHookAtTopLevel: a WebGL call, no hook of React
    gl.useProgram(fill.program);
    gl.enable(gl.SCISSOR_TEST);
    if (this.palette) setPaint(gl, fill, { ink: state.ink, palette: this.palette }, this.ground !== null);
    const step = hatchStepPx * screen.ratio;
    const period = step * 2 * Math.SQRT2;
    // The hatch stays with the ground while the map is dragged.
    gl.uniform2f(fill.at.origin ?? null, screen.left % period, (screen.height - screen.top) % period);
    gl.uniform1f(fill.at.step ?? null, step);
    gl.uniform1f(fill.at.width ?? null, hatchWidthPx * screen.ratio);
    for (const part of parts) {
      const mesh = this.tiles.mesh(part.tile);
      if (!mesh || mesh.indices.length === 0) continue;
      gl.uniform4fv(fill.at.tile ?? null, tileToClip(screen, part.tile, mesh.extent));
      gl.uniform4fv(fill.at.picture ?? null, tileToBox(part.tile, mesh.extent, this.ground?.box ?? [0, 0, 1, 1]));
      gl.scissor(...clipRectangle(screen, part));
      this.bind(context, keyOf(part.tile), mesh);
      gl.drawElements(gl.TRIANGLES, mesh.indices.length, gl.UNSIGNED_INT, 0);
    }
    gl.bindVertexArray(null);
  }

  private bind({ gl, arrays }: Context, key: string, mesh: TileMesh): void {
    const known = arrays.get(key);
    if (known) {
      gl.bindVertexArray(known.array);
      return;
    }
    for (const [old, { array, buffers }] of arrays) {
      if (this.tiles.holds(old)) continue;
      gl.deleteVertexArray(array);
      for (const buffer of buffers) gl.deleteBuffer(buffer);
      arrays.delete(old);
    }
    const [vertices, indices] = [gl.createBuffer(), gl.createBuffer()];
    const array = gl.createVertexArray();
    arrays.set(key, { array, buffers: [vertices, indices], count: mesh.indices.length });
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    gl.bufferData(gl.ARRAY_BUFFER, mesh.vertices, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.SHORT, false, 8, 0);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_INT, 8, 4);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, mesh.indices, gl.STATIC_DRAW);
  }
}

const shares = (colour: string) => rgbOf(colour).map((part) => part / 255);

/** Colours of the classes and how they lie on the ground; without a picture the ground is paper. */
function setPaint(
  gl: WebGL2RenderingContext,
  { at }: Program,
  { ink, palette }: { ink: MapInk; palette: Palette },
  pictured: boolean,
): void {
  gl.uniform1i(at.places ?? null, 0);
  gl.uniform1i(at.image ?? null, 1);
  gl.uniform4fv(at.colours ?? null, palette.colours);
  gl.uniform4fv(at.inks ?? null, palette.inks);
  gl.uniform3fv(at.paper ?? null, shares(ink.paper));
  gl.uniform1f(at.opacity ?? null, ink.fill);
  gl.uniform1f(at.faded ?? null, ink.fadedFill);
  gl.uniform1f(at.relief ?? null, pictured ? ink.relief : 0);
  gl.uniform4fv(at.tone ?? null, pictured ? ink.groundTone : [...shares(ink.paper), 1]);
}
