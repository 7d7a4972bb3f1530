import type { Camera } from './camera.ts';
import { FADED_OPACITY, FADED_TINT, OPACITY } from './point-style.ts';
import { COLOUR, POSITION, type PointsProgram, pointsProgram } from './points-program.ts';

export interface PointsStyle {
  /** Diameter of a point, in CSS pixels. */
  size: number;
  /** Indices of the points that stay opaque while the others fade; null if all are drawn alike. */
  highlighted: Uint32Array | null;
  /** Points with a ring around them. */
  rings: readonly number[];
  /** Colour of the rings, each channel 0 to 1. */
  ring: readonly [number, number, number];
  /** Colour towards which points fade, each channel 0 to 1. */
  faded: readonly [number, number, number];
}

const NO_TINT = [0, 0, 0, 0] as const;

/** WebGL 2 layer that draws points as discs, a million of them in one call. */
export class PointsLayer {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: PointsProgram;
  private readonly vertices: WebGLVertexArrayObject;
  private readonly positions: WebGLBuffer;
  private readonly colours: WebGLBuffer;
  /** Indices of all points, and of the highlighted ones. */
  private readonly order: WebGLBuffer;
  private readonly indices: WebGLBuffer;
  private count = 0;
  private colouredCount = 0;
  private indexed: Uint32Array | null = null;

  /** Compiles the shaders; throws an Error if the driver refuses them. */
  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.program = pointsProgram(gl);
    this.vertices = gl.createVertexArray();
    this.positions = gl.createBuffer();
    this.colours = gl.createBuffer();
    this.order = gl.createBuffer();
    this.indices = gl.createBuffer();
    gl.bindVertexArray(this.vertices);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.positions);
    gl.enableVertexAttribArray(POSITION);
    gl.vertexAttribPointer(POSITION, 2, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.colours);
    gl.enableVertexAttribArray(COLOUR);
    gl.vertexAttribPointer(COLOUR, 3, gl.UNSIGNED_BYTE, true, 0, 0);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Uploads the positions of the points, in unit coordinates. */
  setPositions(x: Float32Array, y: Float32Array): void {
    const pairs = new Float32Array(x.length * 2);
    for (let i = 0; i < x.length; i++) {
      pairs[2 * i] = x[i]!;
      pairs[2 * i + 1] = y[i]!;
    }
    this.upload(this.positions, pairs);
    this.count = x.length;
  }

  /** Uploads the colours of the points (red, green and blue of each, 0 to 255) and the order in which they are drawn. */
  setColours(rgb: Uint8Array, order: Uint32Array): void {
    this.upload(this.colours, rgb);
    this.gl.bindBuffer(this.gl.ELEMENT_ARRAY_BUFFER, this.order);
    this.gl.bufferData(this.gl.ELEMENT_ARRAY_BUFFER, order, this.gl.STATIC_DRAW);
    this.colouredCount = rgb.length / 3;
  }

  /** Draws the points on the whole canvas. */
  render(camera: Camera, { size, highlighted, rings, ring, faded }: PointsStyle): void {
    const { gl, program } = this;
    const { width, height } = gl.canvas;
    const pixels = devicePixelRatio;
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    // Without colours for all positions, drawing would read beyond the buffer.
    if (this.colouredCount !== this.count) return;
    // biome-ignore lint/correctness/useHookAtTopLevel: a method of WebGL, not a hook of React
    gl.useProgram(program.program);
    gl.uniform2f(program.centre, camera.x, camera.y);
    gl.uniform2f(program.scale, height / (width || 1) / camera.distance, 1 / camera.distance);
    if (highlighted) this.setDisc(size * pixels, FADED_OPACITY, [...faded, FADED_TINT]);
    else this.setDisc(size * pixels, OPACITY);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.order);
    gl.drawElements(gl.POINTS, this.count, gl.UNSIGNED_INT, 0);
    if (highlighted) {
      this.setIndices(highlighted);
      this.setDisc(size * pixels, 1);
      gl.drawElements(gl.POINTS, highlighted.length, gl.UNSIGNED_INT, 0);
    }
    for (const point of rings) {
      if (point >= this.count) continue;
      this.setDisc((size + 7) * pixels, 1, [...ring, 1]);
      gl.drawArrays(gl.POINTS, point, 1);
      this.setDisc((size + 3) * pixels, 1);
      gl.drawArrays(gl.POINTS, point, 1);
    }
  }

  /** Frees the buffers and the context. */
  destroy(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  private setDisc(size: number, opacity: number, tint: readonly [number, number, number, number] = NO_TINT): void {
    const { gl, program } = this;
    gl.uniform1f(program.size, size);
    gl.uniform1f(program.opacity, opacity);
    gl.uniform4f(program.tint, ...tint);
  }

  private upload(buffer: WebGLBuffer, data: Float32Array | Uint8Array): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, buffer);
    this.gl.bufferData(this.gl.ARRAY_BUFFER, data, this.gl.STATIC_DRAW);
  }

  private setIndices(indices: Uint32Array): void {
    this.gl.bindBuffer(this.gl.ELEMENT_ARRAY_BUFFER, this.indices);
    if (this.indexed === indices) return;
    this.gl.bufferData(this.gl.ELEMENT_ARRAY_BUFFER, indices, this.gl.STATIC_DRAW);
    this.indexed = indices;
  }
}
