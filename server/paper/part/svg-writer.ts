/** Six numbers as PDF and SVG write them: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  width: number;
  join: 'miter' | 'round' | 'bevel';
  /** Strokes and gaps in turn; empty for a whole line. */
  dash: number[];
  opacity: number;
  /** Groups opened for clips since the state was saved. */
  clips: number;
}

/** A hatch as pdfkit knows it, and how the page lay when it was made. */
interface Pattern {
  made: { id?: string };
  given: readonly unknown[];
  matrix: Matrix;
}
const joins = ['miter', 'round', 'bevel'] as const;
/** Whole hundredths of a pixel, and of a scale far less: finer is not seen. */
const round = (value: number) => Math.round(value * 100) / 100;
const fine = (value: number) => Math.round(value * 1e6) / 1e6;

/** Turns the operators of a PDF page into an SVG whose units are its pixels. Source: PDF 32000-1, 8.5 and 8.7. */
export class SvgWriter {
  readonly #page: Matrix;
  readonly #out: string[] = [];
  readonly #defs: string[] = [];
  readonly #patterns: Pattern[] = [];
  readonly #tiles = new Map<string, string>();
  readonly #saved: State[] = [];
  #state: State;
  #path = '';
  #last: [number, number] = [0, 0];
  #ids = 0;

  /** `page` is how the units of the PDF page, which counts upwards, fall onto pixels. */
  constructor(page: Matrix) {
    this.#page = page;
    this.#state = {
      ...{ matrix: page, fill: '#000000', stroke: '#000000', width: 1, join: 'miter', dash: [], opacity: 1, clips: 0 },
    };
  }

  get opacity(): number {
    return this.#state.opacity;
  }
  set opacity(value: number) {
    this.#state.opacity = value;
  }

  knowPattern(pattern: Pattern): void {
    this.#patterns.push(pattern);
  }

  /** A filled shape of its own, under a further transformation: a letter. */
  outline(d: string, by: Matrix): void {
    if (d === '') return;
    const lies = times(this.#state.matrix, by).map(fine).join(' ');
    this.#out.push(this.#shape(d, `transform="matrix(${lies})" fill="${this.#fill()}"`));
  }

  /** Operators, each with its operands before it, as they come. */
  take(content: string): void {
    // What marks text for readers draws nothing and may hold any words.
    if (content.includes('BDC')) return;
    let operands: string[] = [];
    for (const word of content.split(/\s+/)) {
      if (!/^[a-zA-Z]/.test(word)) {
        if (word !== '') operands.push(word);
        continue;
      }
      this.#operate(word, operands);
      operands = [];
    }
  }

  #operate(op: string, words: string[]): void {
    const numbers = words.map(Number);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (op) {
      case 'q':
        this.#saved.push({ ...this.#state });
        this.#state.clips = 0;
        return;
      case 'Q':
        this.#out.push('</g>'.repeat(this.#state.clips));
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case 'cm':
        this.#state.matrix = times(this.#state.matrix, [a, b, c, d, e, f]);
        return;
      case 'w':
        this.#state.width = a;
        return;
      case 'j':
        this.#state.join = joins[a] ?? 'miter';
        return;
      case 'd':
        this.#state.dash =
          words
            .slice(0, -1)
            .join(' ')
            .match(/[\d.]+/g)
            ?.map(Number) ?? [];
        return;
      case 'scn':
      case 'SCN':
        this.#colour(words, op === 'scn' ? 'fill' : 'stroke');
        return;
      default:
        if (!this.#draws(op, numbers)) this.#paints(op);
    }
  }

  #draws(op: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[]): boolean {
    const { matrix } = this.#state;
    const at = (x: number, y: number) => {
      this.#last = [x, y];
      const [left, top] = on(matrix, x, y);
      return `${round(left)} ${round(top)}`;
    };
    switch (op) {
      case 'm':
        this.#path += `M${at(a, b)}`;
        return true;
      case 'l':
        this.#path += `L${at(a, b)}`;
        return true;
      case 'c':
        this.#path += `C${at(a, b)} ${at(c, d)} ${at(e, f)}`;
        return true;
      case 'v':
        this.#path += `C${at(...this.#last)} ${at(a, b)} ${at(c, d)}`;
        return true;
      case 'h':
        this.#path += 'Z';
        return true;
      case 're':
        this.#path += `M${at(a, b)}L${at(a + c, b)}L${at(a + c, b + d)}L${at(a, b + d)}Z`;
        return true;
      default:
        return false;
    }
  }

  #paints(op: string): void {
    const d = this.#path;
    const rule = op.endsWith('*') ? ' fill-rule="evenodd"' : '';
    const { stroke, width, join, dash, matrix } = this.#state;
    const drawn = (length: number) => fine(length * scaleOf(matrix));
    const gaps = dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(drawn).join(' ')}"`;
    const line = `stroke="${stroke}" stroke-width="${drawn(width)}" stroke-linejoin="${join}"${gaps}`;
    if (op === 'W' || op === 'W*') {
      this.#clip(d, op === 'W*');
      // The path stands until it is painted or, with `n`, let go.
      return;
    }
    if (op === 'n') this.#path = '';
    else if (op === 'f' || op === 'f*') this.#out.push(this.#shape(d, `fill="${this.#fill()}"${rule}`));
    else if (op === 'S') this.#out.push(this.#shape(d, `fill="none" ${line}`));
    else if (op === 'B' || op === 'B*') this.#out.push(this.#shape(d, `fill="${this.#fill()}"${rule} ${line}`));
    else return;
    this.#path = '';
  }

  #clip(d: string, evenodd: boolean): void {
    const id = `c${this.#ids++}`;
    const rule = evenodd ? ' clip-rule="evenodd"' : '';
    this.#defs.push(`<clipPath id="${id}"><path d="${d}"${rule}/></clipPath>`);
    this.#out.push(`<g clip-path="url(#${id})">`);
    this.#state.clips++;
  }

  #colour(words: string[], of: 'fill' | 'stroke'): void {
    const name = words.at(-1)?.startsWith('/') ? words.pop()?.slice(1) : undefined;
    const rgb = words.map((word) => Math.round(Number(word) * 255));
    const colour = `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    const hatched = name !== undefined && this.#patterns.some(({ made }) => made.id === name);
    this.#state[of] = hatched ? `${name} ${colour}` : colour;
  }

  #fill(): string {
    const { fill } = this.#state;
    const [name = '', colour = ''] = fill.split(' ');
    const pattern = this.#patterns.find(({ made }) => made.id === name);
    if (!pattern) return fill;
    const known = this.#tiles.get(fill) ?? this.#tile(pattern.given, times(this.#page, pattern.matrix), colour);
    this.#tiles.set(fill, known);
    return known;
  }

  /** A hatch as a tile of whole pixels, nowhere turned; one of broken pixels takes twenty times as long to fill with. */
  #tile(given: Pattern['given'], lies: Matrix, colour: string): string {
    const [, xStep, yStep, stream] = given as [unknown, number, number, string];
    const [wide, tall] = [whole(xStep * lies[0]), whole(yStep * lies[3])];
    const [width, height] = [Math.abs(wide), Math.abs(tall)];
    const marks = new SvgWriter([wide / xStep, 0, 0, tall / yStep, wide < 0 ? width : 0, tall < 0 ? height : 0]);
    marks.#state.fill = colour;
    marks.#state.stroke = colour;
    marks.take(stream);
    const id = `p${this.#ids++}`;
    const size = `width="${width}" height="${height}"`;
    this.#defs.push(`<pattern id="${id}" patternUnits="userSpaceOnUse" ${size}>${marks.#out.join('')}</pattern>`);
    return `url(#${id})`;
  }

  #shape(d: string, look: string): string {
    const { opacity } = this.#state;
    return `<path d="${d}" ${look}${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;
  }

  /** The whole, on white. */
  svg({ width, height }: { width: number; height: number }): string {
    const open = '</g>'.repeat(this.#state.clips);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${this.#defs.join('')}</defs><rect width="${width}" height="${height}" fill="#ffffff"/>${this.#out.join('')}${open}</svg>`;
  }
}

const whole = (step: number) => Math.sign(step) * Math.max(1, Math.round(Math.abs(step)));
/** By how much a transformation enlarges; all of ours enlarge alike across and down. */
const scaleOf = ([a, b, c, d]: Matrix) => Math.sqrt(Math.abs(a * d - b * c));
const on = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
