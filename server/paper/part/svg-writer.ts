/** Six numbers as PDF and SVG write them: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  width: number;
  join: 'miter' | 'round' | 'bevel';
  opacity: number;
  /** Groups opened for clips since the state was saved. */
  clips: number;
}

type PatternGiven = readonly unknown[];
const joins = ['miter', 'round', 'bevel'] as const;
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Turns the operators of a PDF page into an SVG. Source: PDF 32000-1, 8.5 and 8.7. */
export class SvgWriter {
  readonly #out: string[] = [];
  readonly #defs: string[] = [];
  readonly #patterns: { made: { id?: string }; given: PatternGiven; matrix: Matrix | null }[] = [];
  readonly #saved: State[] = [];
  #state: State = {
    ...{
      matrix: [1, 0, 0, 1, 0, 0],
      fill: '#000000',
      stroke: '#000000',
      width: 1,
      join: 'miter',
      opacity: 1,
      clips: 0,
    },
  };
  #path = '';
  #last: [number, number] = [0, 0];
  #ids = 0;

  get opacity(): number {
    return this.#state.opacity;
  }
  set opacity(value: number) {
    this.#state.opacity = value;
  }

  knowPattern(made: { id?: string }, given: PatternGiven): void {
    this.#patterns.push({ made, given, matrix: null });
  }

  /** A filled shape of its own, under a further transformation: a letter. */
  outline(d: string, by: Matrix): void {
    if (d !== '') this.#out.push(this.#shape(d, times(this.#state.matrix, by), `fill="${this.#fill()}"`));
  }

  /** Operators, each with its operands before it, as they come. `ctm` is the transformation pdfkit knows itself to be under. */
  take(content: string, ctm: Matrix): void {
    // What marks text for readers draws nothing and may hold any words.
    if (content.includes('BDC')) return;
    let operands: string[] = [];
    for (const word of content.split(/\s+/)) {
      if (!/^[a-zA-Z]/.test(word)) {
        if (word !== '') operands.push(word);
        continue;
      }
      this.#operate(word, operands, ctm);
      operands = [];
    }
  }

  #operate(op: string, words: string[], ctm: Matrix): void {
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
      case 'scn':
      case 'SCN':
        this.#colour(words, op === 'scn' ? 'fill' : 'stroke', ctm);
        return;
      default:
        if (!this.#draws(op, numbers)) this.#paints(op);
    }
  }

  #draws(op: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[]): boolean {
    const to = (x: number, y: number, said: string) => {
      this.#last = [x, y];
      this.#path += said;
      return true;
    };
    switch (op) {
      case 'm':
        return to(a, b, `M${a} ${b}`);
      case 'l':
        return to(a, b, `L${a} ${b}`);
      case 'c':
        return to(e, f, `C${a} ${b} ${c} ${d} ${e} ${f}`);
      case 'v':
        return to(c, d, `C${this.#last.join(' ')} ${a} ${b} ${c} ${d}`);
      case 'h':
        this.#path += 'Z';
        return true;
      case 're':
        return to(a, b, `M${a} ${b}h${c}v${d}h${-c}Z`);
      default:
        return false;
    }
  }

  #paints(op: string): void {
    const d = this.#path;
    const rule = op.endsWith('*') ? ' fill-rule="evenodd"' : '';
    const { stroke, width, join } = this.#state;
    const line = `stroke="${stroke}" stroke-width="${round(width)}" stroke-linejoin="${join}"`;
    if (op === 'W' || op === 'W*') {
      this.#clip(d, op === 'W*');
      // The path stands until it is painted or, with `n`, let go.
      return;
    }
    if (op === 'n') this.#path = '';
    else if (op === 'f' || op === 'f*')
      this.#out.push(this.#shape(d, this.#state.matrix, `fill="${this.#fill()}"${rule}`));
    else if (op === 'S') this.#out.push(this.#shape(d, this.#state.matrix, `fill="none" ${line}`));
    else if (op === 'B' || op === 'B*')
      this.#out.push(this.#shape(d, this.#state.matrix, `fill="${this.#fill()}"${rule} ${line}`));
    else return;
    this.#path = '';
  }

  #clip(d: string, evenodd: boolean): void {
    const id = `c${this.#ids++}`;
    const rule = evenodd ? ' clip-rule="evenodd"' : '';
    this.#defs.push(`<clipPath id="${id}"><path d="${d}" transform="${said(this.#state.matrix)}"${rule}/></clipPath>`);
    this.#out.push(`<g clip-path="url(#${id})">`);
    this.#state.clips++;
  }

  #colour(words: string[], of: 'fill' | 'stroke', ctm: Matrix): void {
    const name = words.at(-1)?.startsWith('/') ? words.pop()?.slice(1) : undefined;
    const rgb = words.map((word) => Math.round(Number(word) * 255));
    const colour = `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    const pattern = name === undefined ? undefined : this.#patterns.find(({ made }) => made.id === name);
    if (!pattern) this.#state[of] = colour;
    else {
      // A hatch lies as the page lay when it was first used.
      pattern.matrix ??= [...ctm];
      this.#state[of] = `${name} ${colour}`;
    }
  }

  #fill(): string {
    const [name = '', colour = ''] = this.#state.fill.split(' ');
    const pattern = this.#patterns.find(({ made }) => made.id === name);
    if (!pattern?.matrix) return this.#state.fill;
    const [, xStep, yStep, stream] = pattern.given as [unknown, number, number, string];
    const marks = new SvgWriter();
    marks.#state.fill = colour;
    marks.#state.stroke = colour;
    marks.take(stream, pattern.matrix);
    const id = `p${this.#ids++}`;
    const lies = said(times(inverse(this.#state.matrix), pattern.matrix));
    this.#defs.push(
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${xStep}" height="${yStep}" patternTransform="${lies}">${marks.#out.join('')}</pattern>`,
    );
    return `url(#${id})`;
  }

  #shape(d: string, matrix: Matrix, look: string): string {
    const { opacity } = this.#state;
    return `<path d="${d}" transform="${said(matrix)}" ${look}${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;
  }

  /** The whole, on white. A PDF counts upwards, an SVG downwards. */
  svg({ width, height, pixels }: { width: number; height: number; pixels: number }): string {
    const tall = Math.round((pixels * height) / width);
    const open = '</g>'.repeat(this.#state.clips);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${tall}" viewBox="0 0 ${width} ${height}"><defs>${this.#defs.join('')}</defs><rect width="${width}" height="${height}" fill="#ffffff"/><g transform="matrix(1 0 0 -1 0 ${height})">${this.#out.join('')}${open}</g></svg>`;
  }
}

const said = (matrix: Matrix) => `matrix(${matrix.map(round).join(' ')})`;

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}
