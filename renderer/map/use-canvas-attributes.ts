import { useEffect } from 'react';

/** Sets attributes of a canvas that outlives its component; an undefined one is removed. */
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
