/** Vertex attributes of the program, by location. */
export const POSITION = 0;
export const COLOUR = 1;

const VERTEX = `#version 300 es
layout(location = ${POSITION}) in vec2 position;
layout(location = ${COLOUR}) in vec3 colour;
uniform vec2 centre;
uniform vec2 scale;
uniform float size;
uniform float opacity;
uniform vec4 tint;
out vec4 fill;
void main() {
  bool missing = any(isnan(position));
  gl_Position = missing ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((position - centre) * scale, 0.0, 1.0);
  gl_PointSize = size;
  fill = vec4(mix(colour, tint.rgb, tint.a) * opacity, opacity);
}`;

/** Draws a disc with an edge smoothed over one pixel. Colours are premultiplied by their opacity. */
const FRAGMENT = `#version 300 es
precision highp float;
in vec4 fill;
uniform float size;
out vec4 colour;
void main() {
  float radius = distance(gl_PointCoord, vec2(0.5)) * size;
  colour = fill * (1.0 - smoothstep(size * 0.5 - 1.0, size * 0.5, radius));
}`;

/** The compiled program that draws points, with the locations of its uniforms. */
export interface PointsProgram {
  program: WebGLProgram;
  centre: WebGLUniformLocation | null;
  scale: WebGLUniformLocation | null;
  size: WebGLUniformLocation | null;
  opacity: WebGLUniformLocation | null;
  tint: WebGLUniformLocation | null;
}

/** Compiles and links the program. Throws the driver's message if that fails, unless the context is lost. */
export function pointsProgram(gl: WebGL2RenderingContext): PointsProgram {
  const program = gl.createProgram();
  gl.attachShader(program, shader(gl, gl.VERTEX_SHADER, VERTEX));
  gl.attachShader(program, shader(gl, gl.FRAGMENT_SHADER, FRAGMENT));
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The map's shaders do not link: ${gl.getProgramInfoLog(program)}`);
  }
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  return {
    program,
    centre: uniform('centre'),
    scale: uniform('scale'),
    size: uniform('size'),
    opacity: uniform('opacity'),
    tint: uniform('tint'),
  };
}

function shader(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const compiled = gl.createShader(type);
  if (!compiled) throw new Error('The map’s WebGL context cannot create a shader.');
  gl.shaderSource(compiled, source);
  gl.compileShader(compiled);
  if (!gl.getShaderParameter(compiled, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`A shader of the map does not compile: ${gl.getShaderInfoLog(compiled)}`);
  }
  return compiled;
}
