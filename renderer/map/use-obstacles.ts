import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Box } from './place-labels.ts';

/** Elements above the map, in the map's frame, which labels must not cover. `width` and `height` are those of the frame. */
export function useObstacles(
  width: number,
  height: number,
): {
  boxes: readonly Box[];
  /** Reference of such an element. */
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
