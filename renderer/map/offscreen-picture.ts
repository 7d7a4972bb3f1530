/** Picture that a WebGL context draws beside its canvas, to be copied to it when the GPU has finished. */
export class OffscreenPicture {
  private readonly gl: WebGL2RenderingContext;
  private readonly frame: WebGLFramebuffer;
  private readonly pixels: WebGLRenderbuffer;
  private size = { width: 0, height: 0 };
  private fence: WebGLSync | null = null;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.frame = gl.createFramebuffer();
    this.pixels = gl.createRenderbuffer();
  }

  /** Draws the picture with a function, at the size of the canvas; returns before the GPU has drawn it. */
  draw(render: () => void): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame);
    this.fitCanvas();
    render();
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    this.fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  /** Whether the GPU has drawn the picture; does not change during a task. */
  isDrawn(): boolean {
    const { gl, fence } = this;
    if (fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return false;
    gl.deleteSync(fence);
    this.fence = null;
    return true;
  }

  /** Copies the picture to the canvas, stretched if that has another size by now; does nothing before the first one. */
  show(): void {
    const { gl } = this;
    const { width, height } = this.size;
    if (width === 0) return;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.frame);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, gl.canvas.width, gl.canvas.height, gl.COLOR_BUFFER_BIT, gl.LINEAR);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  private fitCanvas(): void {
    const { gl } = this;
    const { width, height } = gl.canvas;
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.pixels);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA8, width, height);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, this.pixels);
  }
}
