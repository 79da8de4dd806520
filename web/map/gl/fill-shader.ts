/** Places a village's triangles; hands on which village it is and where in the tile the pixel lies. */
export const fillVertex = `#version 300 es
uniform mat4 u_matrix;
in vec2 a_at;
in uint a_fid;
flat out uint v_fid;
out vec2 v_at;
void main() {
  v_fid = a_fid;
  v_at = a_at;
  gl_Position = u_matrix * vec4(a_at, 0.0, 1.0);
}`;

/**
 * Colours a pixel by its village: a texel of u_places holds class (red; 255 none) and whether it stands back (green),
 * u_palette holds for every class its colour (row 0) and the ink and number of its hatch (row 1).
 */
export const fillFragment = `#version 300 es
precision highp float;
precision highp int;
uniform highp usampler2D u_places;
uniform sampler2D u_palette;
uniform vec4 u_clip;
uniform vec2 u_origin;
uniform float u_step;
uniform float u_width;
uniform float u_opacity;
uniform float u_faded;
flat in uint v_fid;
in vec2 v_at;
out vec4 color;
float stroke(float across) {
  float away = abs(mod(across, u_step) - u_step * 0.5);
  return clamp(u_width * 0.5 + 0.5 - away, 0.0, 1.0);
}
float hatch(int kind, vec2 p) {
  if (kind == 0) return 0.0;
  float rising = stroke((p.x - p.y) * 0.70711);
  float falling = stroke((p.x + p.y) * 0.70711);
  if (kind == 1) return rising;
  if (kind == 2) return falling;
  if (kind == 3) return max(rising, falling);
  if (kind == 5) return stroke(p.y);
  vec2 q = vec2(p.x + u_step * 0.5 * mod(floor(p.y / u_step), 2.0), p.y);
  float away = length(mod(q, u_step) - u_step * 0.5);
  return clamp(u_width + 0.5 - away, 0.0, 1.0);
}
void main() {
  if (v_at.x < u_clip.x || v_at.y < u_clip.y || v_at.x >= u_clip.z || v_at.y >= u_clip.w) discard;
  uvec4 place = texelFetch(u_places, ivec2(int(v_fid & 255u), int(v_fid >> 8)), 0);
  if (place.r == 255u) discard;
  int at = int(place.r);
  vec4 base = texelFetch(u_palette, ivec2(at, 0), 0);
  vec4 ink = texelFetch(u_palette, ivec2(at, 1), 0);
  float cover = hatch(int(ink.a * 255.0 + 0.5), gl_FragCoord.xy - u_origin);
  vec3 rgb = mix(base.rgb, ink.rgb, cover);
  float alpha = base.a * mix(u_opacity, u_faded, float(place.g));
  alpha = mix(alpha, min(1.0, alpha + 0.12), cover);
  color = vec4(rgb * alpha, alpha);
}`;

/** The two shaders as one program; throws with the compiler's word when the graphics card refuses them. */
export function fillProgram(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, fillVertex],
    [gl.FRAGMENT_SHADER, fillFragment],
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
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'no program');
  return program;
}
