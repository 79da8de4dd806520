let probed: boolean | null = null;

/** Whether this browser gives WebGL 2, tried once: on an old PC each try costs a third of a second. `?webgl=off` in the address says no. */
export function hasWebGL(search: string = window.location.search): boolean {
  if (new URLSearchParams(search).get('webgl') === 'off') return false;
  probed ??= probe();
  return probed;
}

function probe(): boolean {
  try {
    const gl = document.createElement('canvas').getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== null;
  } catch {
    return false;
  }
}
