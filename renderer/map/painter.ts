import { OffscreenPicture } from './offscreen-picture.ts';

/** What a painter draws. */
interface Subject {
  render(): void;
  /** Whether drawing can take longer than a frame. */
  isLarge(): boolean;
}

/**
 * Draws on a canvas when requested, at most once per frame. Where the browser has no GPU, the page waits for whatever is
 * drawn on a canvas; a large picture is therefore drawn beside the canvas and copied when it is complete.
 */
export class Painter {
  private readonly subject: Subject;
  private readonly picture: OffscreenPicture;
  private isRequested = false;
  private isDrawing = false;
  private frameRequest = 0;

  constructor(gl: WebGL2RenderingContext, subject: Subject) {
    this.subject = subject;
    this.picture = new OffscreenPicture(gl);
  }

  request(): void {
    this.isRequested = true;
    this.awaitFrame();
  }

  /** Shows the last large picture again on a canvas that was resized or moved. */
  showAgain(): void {
    if (this.subject.isLarge()) this.picture.show();
  }

  destroy(): void {
    cancelAnimationFrame(this.frameRequest);
  }

  private awaitFrame(): void {
    if (this.frameRequest === 0) this.frameRequest = requestAnimationFrame(() => this.onFrame());
  }

  private onFrame(): void {
    this.frameRequest = 0;
    if (this.isDrawing) this.finish();
    else if (this.isRequested) this.start();
    // The frame that shows a picture starts no other: the copy would wait for that, too.
    if (this.isDrawing || this.isRequested) this.awaitFrame();
  }

  private start(): void {
    this.isRequested = false;
    this.isDrawing = this.subject.isLarge();
    if (this.isDrawing) this.picture.draw(() => this.subject.render());
    else this.subject.render();
  }

  private finish(): void {
    if (!this.picture.isDrawn()) return;
    this.isDrawing = false;
    this.picture.show();
  }
}
