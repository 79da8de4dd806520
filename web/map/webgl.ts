/** Whether this browser gives WebGL 2; `?webgl=off` in the address says no. */
export function hasWebGL(search: string = window.location.search): boolean {
  if (new URLSearchParams(search).get('webgl') === 'off') return false;
  try {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== null;
  } catch {
    return false;
  }
}
