import { useEffect } from 'react';

/** Sets attributes of a canvas that outlives the component. Undefined attributes are removed. */
export function useCanvasAttributes(
  canvas: HTMLCanvasElement | undefined,
  attributes: Readonly<Record<string, string | undefined>>,
): void {
  useEffect(() => {
    if (!canvas) return;
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) canvas.removeAttribute(name);
      else canvas.setAttribute(name, value);
    }
  });
}
