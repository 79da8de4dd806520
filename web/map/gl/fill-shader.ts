/** Classes a layer can have: one base-36 digit each. */
export const mostClasses = 36;

/**
 * Places a village's triangles and looks its colour up: a texel of u_places holds class (red; 255 none) and whether the village
 * stands back (green), u_colours for every class its colour, u_inks the ink and number of its hatch. Looking up by vertex keeps
 * the pixels cheap.
 */
const fillVertex = `#version 300 es
precision highp float;
precision highp int;
uniform highp usampler2D u_places;
uniform vec4 u_colours[${mostClasses}];
uniform vec4 u_inks[${mostClasses}];
uniform vec4 u_tile;
uniform vec4 u_picture;
uniform float u_opacity;
uniform float u_faded;
in vec2 a_at;
in uint a_fid;
out vec2 v_at;
flat out vec4 v_colour;
flat out vec4 v_ink;
flat out int v_hatch;
void main() {
  uvec4 place = texelFetch(u_places, ivec2(int(a_fid & 255u), int(a_fid >> 8)), 0);
  bool known = place.r < ${mostClasses}u;
  int at = known ? int(place.r) : 0;
  vec4 colour = known ? u_colours[at] : vec4(0.0);
  vec4 ink = known ? u_inks[at] : vec4(0.0);
  float alpha = colour.a * mix(u_opacity, u_faded, float(place.g));
  float inked = colour.a * min(1.0, alpha + 0.12);
  v_colour = vec4(colour.rgb, alpha);
  v_ink = vec4(ink.rgb, inked);
  v_at = a_at * u_picture.xy + u_picture.zw;
  v_hatch = int(ink.a * 255.0 + 0.5);
  gl_Position = vec4(a_at * u_tile.xy + u_tile.zw, 0.0, 1.0);
}`;

/** The ground toned as the theme wants it; `tone` is the factor of red, green and blue, and the saturation; where the
 * picture is clear lies paper. */
const tonedGround = `
uniform sampler2D u_image;
uniform vec4 u_tone;
uniform vec3 u_paper;
vec3 groundAt(vec2 at) {
  vec4 texel = texture(u_image, at);
  vec3 toned = mix(vec3(dot(texel.rgb, vec3(0.3, 0.6, 0.1))), texel.rgb, u_tone.a) * u_tone.rgb;
  return toned + u_paper * (1.0 - texel.a);
}`;

// Ground and colour are mixed here, not blended: so the relief can shade the colour as well as shine through it.
const fillFragment = `#version 300 es
precision highp float;
precision highp int;
uniform vec2 u_origin;
uniform float u_step;
uniform float u_width;
uniform float u_relief;
flat in vec4 v_colour;
flat in vec4 v_ink;
flat in int v_hatch;
in vec2 v_at;
out vec4 colour;
${tonedGround}
float stroke(float across) {
  return clamp(u_width * 0.5 + 0.5 - abs(mod(across, u_step) - u_step * 0.5), 0.0, 1.0);
}
float hatch(vec2 p) {
  if (v_hatch == 1) return stroke((p.x - p.y) * 0.70711);
  if (v_hatch == 2) return stroke((p.x + p.y) * 0.70711);
  if (v_hatch == 3) return max(stroke((p.x - p.y) * 0.70711), stroke((p.x + p.y) * 0.70711));
  if (v_hatch == 5) return stroke(p.y);
  vec2 q = vec2(p.x + u_step * 0.5 * mod(floor(p.y / u_step), 2.0), p.y);
  return clamp(u_width + 0.5 - length(mod(q, u_step) - u_step * 0.5), 0.0, 1.0);
}
void main() {
  vec4 paint = v_hatch == 0 ? v_colour : mix(v_colour, v_ink, hatch(gl_FragCoord.xy - u_origin));
  if (u_relief == 0.0) {
    colour = vec4(mix(u_paper, paint.rgb, paint.a), 1.0);
    return;
  }
  vec3 ground = groundAt(v_at);
  float shade = 1.0 + (dot(ground, vec3(0.3, 0.6, 0.1)) / dot(u_tone.rgb, vec3(0.3, 0.6, 0.1)) - 0.82) * u_relief;
  colour = vec4(mix(ground, paint.rgb * shade, paint.a), 1.0);
}`;

const groundVertex = `#version 300 es
uniform vec4 u_tile;
in vec2 a_at;
out vec2 v_at;
void main() {
  v_at = a_at;
  gl_Position = vec4(a_at * u_tile.xy + u_tile.zw, 0.0, 1.0);
}`;

const groundFragment = `#version 300 es
precision highp float;
uniform float u_veil;
in vec2 v_at;
out vec4 colour;
${tonedGround}
void main() {
  vec2 inner = min(v_at, 1.0 - v_at);
  float paper = 1.0 - (1.0 - u_veil) * smoothstep(0.0, 0.09, inner.x) * smoothstep(0.0, 0.09, inner.y);
  colour = vec4(mix(groundAt(v_at), u_paper, paper), 1.0);
}`;

/** A program with its attributes at 0 (`a_at`) and 1 (`a_fid`) and the places of its uniforms by name without `u_`. */
export interface Program {
  program: WebGLProgram;
  at: Record<string, WebGLUniformLocation | null>;
}

/** A program on its way: asking for its state or its uniforms before it is ready makes the page wait for the compiler. */
export interface Linking {
  ready(): boolean;
  /** The program; waits for it where it is not ready, refuses (throws) one that does not compile. */
  finish(): Program;
}

/** The villages' program: uniforms tile, places, colours, inks, origin, step, width, opacity, faded, picture, image, tone, relief. */
export const fillProgram = (gl: WebGL2RenderingContext): Linking =>
  link(
    gl,
    [fillVertex, fillFragment],
    [
      'tile',
      'places',
      'colours',
      'inks',
      'origin',
      'step',
      'width',
      'opacity',
      'faded',
      'picture',
      'image',
      'tone',
      'paper',
      'relief',
    ],
  );

/** The ground image's program: uniforms tile, image tone, paper and veil. */
export const groundProgram = (gl: WebGL2RenderingContext): Linking =>
  link(gl, [groundVertex, groundFragment], ['tile', 'image', 'tone', 'paper', 'veil']);

function link(gl: WebGL2RenderingContext, [vertex, fragment]: [string, string], uniforms: string[]): Linking {
  const aside = gl.getExtension('KHR_parallel_shader_compile');
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('no shader');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.bindAttribLocation(program, 0, 'a_at');
  gl.bindAttribLocation(program, 1, 'a_fid');
  gl.linkProgram(program);
  return {
    ready: () => !aside || gl.getProgramParameter(program, aside.COMPLETION_STATUS_KHR) === true,
    finish: () => {
      if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
        throw new Error(gl.getProgramInfoLog(program) ?? 'no program');
      }
      const at = Object.fromEntries(uniforms.map((name) => [name, gl.getUniformLocation(program, `u_${name}`)]));
      return { program, at };
    },
  };
}
