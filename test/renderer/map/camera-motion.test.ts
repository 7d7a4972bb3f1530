import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Camera } from '../../../renderer/map/camera.ts';
import { CameraMotion } from '../../../renderer/map/camera-motion.ts';

const target: Camera = { x: 2, y: -1, distance: 0.5 };
const cameras: Camera[] = [];

/** Moves a camera to the target in frames that begin at some times after the request, in milliseconds. */
function move(isReduced: boolean, frames: readonly number[]): void {
  const now = performance.now();
  const requests: FrameRequestCallback[] = [];
  vi.stubGlobal('matchMedia', () => ({ matches: isReduced }));
  vi.spyOn(performance, 'now').mockReturnValue(now);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    return requests.push(callback);
  });
  const motion = new CameraMotion(() => cameras.push(motion.camera));
  motion.moveTo(target);
  for (const at of frames) {
    requests.shift()?.(now + at);
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  cameras.length = 0;
});

describe('a camera', () => {
  it('moves at once where the user prefers reduced motion, also in a frame that began before the request', () => {
    move(true, [-4]);
    expect(cameras).toEqual([target]);
  });

  it('moves in a transition otherwise, which starts where it was and ends at the target', () => {
    move(false, [-4, 100, 250]);
    expect(cameras[0]).toEqual({ x: 0, y: 0, distance: 1 });
    expect(cameras[1]?.distance).toBeGreaterThan(target.distance);
    expect(cameras.at(-1)).toEqual(target);
  });
});
