import PDFDocument from 'pdfkit';
import type { Sheet } from './document.ts';
import { type Matrix, SvgWriter } from './svg-writer.ts';

interface Opened {
  _ctm: Matrix;
  _font: {
    font: {
      unitsPerEm: number;
      layout(text: string): {
        glyphs: { path: { toSVG(): string } }[];
        positions: { xAdvance: number; xOffset: number; yOffset: number }[];
      };
    };
  };
  _fontSize: number;
}

const pointsAnInch = 72;

/**
 * A page that is drawn on like one of a PDF and becomes an SVG: the same operators, and each letter as the outline the embedded font has for it,
 * so that a machine without a Chinese font draws the same picture. Knows fills, strokes, clips, opacity and hatches; no images.
 */
export class SvgPage extends PDFDocument {
  readonly #pixelsAPoint: number;
  #writer: SvgWriter | null = null;

  /** A page of `sheet`, to become so many dots an inch. */
  constructor({ size, layout }: Sheet, dotsAnInch: number) {
    super({ size, layout, margin: 0, autoFirstPage: false, bufferPages: true });
    this.#pixelsAPoint = dotsAnInch / pointsAnInch;
  }

  get #made(): SvgWriter {
    const scale = this.#pixelsAPoint;
    this.#writer ??= new SvgWriter([scale, 0, 0, -scale, 0, this.page.height * scale]);
    return this.#writer;
  }

  /** Takes each operator pdfkit would write into the page. */
  override addContent(operator: string): this {
    // Called once by the constructor of the document itself, before there is anything to draw on.
    if (#writer in this) this.#made.take(operator);
    return this;
  }

  override pattern(...given: Parameters<PDFKit.PDFDocument['pattern']>): PDFKit.PDFTilingPattern {
    const made = super.pattern(...given);
    const { _ctm } = this as unknown as Opened;
    this.#made.knowPattern({ made: made as unknown as { id?: string }, given, matrix: [..._ctm] });
    return made;
  }

  override fillOpacity(opacity: number): this {
    this.#made.opacity = opacity ?? this.#made.opacity;
    return this;
  }

  override text(text: string, ...at: unknown[]): this {
    const [x = 0, y = 0] = at as number[];
    const { _font, _fontSize } = this as unknown as Opened;
    const { glyphs, positions } = _font.font.layout(text);
    const scale = _fontSize / _font.font.unitsPerEm;
    let pen = x;
    for (const [n, { path }] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[n] ?? {};
      this.#made.outline(path.toSVG(), [scale, 0, 0, -scale, pen + xOffset * scale, y - yOffset * scale]);
      pen += xAdvance * scale;
    }
    return this;
  }

  /** The page as an SVG, its size in pixels. */
  svg(): string {
    const pixels = (points: number) => Math.round(points * this.#pixelsAPoint);
    return this.#made.svg({ width: pixels(this.page.width), height: pixels(this.page.height) });
  }
}
