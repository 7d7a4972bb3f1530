let isSupported = false;

/** Whether this window supports WebGL 2, with which the scatterplot draws. Tries until it does, as that takes a context. */
export function hasWebgl(): boolean {
  isSupported ||= tryWebgl();
  return isSupported;
}

function tryWebgl(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return false;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return true;
}
