import { type Camera, cameraBetween } from './camera.ts';

const TRANSITION_MS = 200;

/** Camera of a view, with optional animated transitions. */
export class CameraMotion {
  camera: Camera = { x: 0, y: 0, distance: 1 };
  private readonly onChange: () => void;
  private request = 0;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** Moves the camera immediately and ends any transition. */
  set(camera: Camera): void {
    this.stop();
    this.show(camera);
  }

  /** Moves the camera in a transition; immediately if the user prefers reduced motion. */
  moveTo(target: Camera): void {
    this.stop();
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : TRANSITION_MS;
    const from = this.camera;
    const began = performance.now();
    const step = (now: number) => {
      // The timestamp of the frame can be earlier than the request.
      const share = duration === 0 ? 1 : Math.max(0, Math.min(1, (now - began) / duration));
      this.show(cameraBetween(from, target, share * (2 - share)));
      if (share < 1) this.request = requestAnimationFrame(step);
    };
    this.request = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.request);
  }

  private show(camera: Camera): void {
    this.camera = camera;
    this.onChange();
  }
}
