/** Whether this window supports WebGL with the extensions that the scatterplot needs. */
export function hasWebgl(): boolean {
  const gl = document.createElement('canvas').getContext('webgl');
  if (!gl) return false;
  const supported = ['OES_texture_float', 'OES_element_index_uint'].every((name) => gl.getExtension(name) !== null);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return supported;
}
