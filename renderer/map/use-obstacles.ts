import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Box } from './place-labels.ts';

/**
 * Tracks elements over the map that labels must not cover, in the coordinates of the map's frame. `width` and `height`:
 * size of the frame.
 */
export function useObstacles(
  width: number,
  height: number,
): {
  boxes: readonly Box[];
  /** Ref callback for such an element. */
  add: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const elements = useRef(new Set<HTMLElement>());
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const measure = useCallback(() => setBoxes([...elements.current].map(boxOf)), []);
  const observer = useMemo(() => new ResizeObserver(measure), [measure]);
  const add = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      elements.current.add(element);
      observer.observe(element);
      return () => {
        elements.current.delete(element);
        observer.unobserve(element);
        measure();
      };
    },
    [observer, measure],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: elements move with the size of the frame
  useEffect(measure, [measure, width, height]);
  return { boxes, add };
}

function boxOf({ offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight }: HTMLElement): Box {
  return { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
}
