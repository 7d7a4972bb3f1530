import { useDebouncedCallback } from '@mantine/hooks';
import { type PointerEvent, useEffect, useState } from 'react';
import { type BinRange, binAt, binsBetween, isWhole, withEnd } from './bin-range.ts';

/** Delay in milliseconds after the last key press until the range is reported, so that a held key reports once. */
const KEY_DELAY = 350;

interface Drag {
  /** Bin where the drag started. */
  start: number;
  /** Bin under the pointer. */
  latest: number;
  /** Whether the pointer has moved to another bin. */
  moved: boolean;
}

/**
 * Brushing of a histogram. A drag selects the bins that it crosses, a click a single bin. A click on the only selected
 * bin, or a range of all bins, removes the range.
 */
export function useBrush(bins: number, range: BinRange | null, onBrush: (range: BinRange | null) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [keyed, setKeyed] = useState<BinRange | null>(null);
  const report = (next: BinRange) => onBrush(isWhole(next, bins) ? null : next);
  const reportKeyed = useDebouncedCallback((next: BinRange) => report(next), KEY_DELAY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was keyed in lasts until the range changes
  useEffect(() => setKeyed(null), [range?.from, range?.to]);
  const binOf = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return binAt((event.clientX - left) / (width || 1), bins);
  };
  const shown = drag ? binsBetween(drag.start, drag.latest) : (keyed ?? range);
  return {
    /** The highlighted range; null for none. */
    shown: shown && !isWhole(shown, bins) ? shown : null,
    /** Properties of the element to be brushed. */
    plot: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const bin = binOf(event);
        setDrag({ start: bin, latest: bin, moved: false });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!drag) return;
        const latest = binOf(event);
        setDrag({ ...drag, latest, moved: drag.moved || latest !== drag.start });
      },
      onPointerUp: () => {
        if (!drag) return;
        setDrag(null);
        const next = binsBetween(drag.start, drag.latest);
        const isOnly = range !== null && range.from === next.from && range.to === next.to;
        if (!drag.moved && isOnly) onBrush(null);
        else report(next);
      },
      onPointerCancel: () => setDrag(null),
    },
    moveEnd: (end: keyof BinRange, bin: number) => {
      const next = withEnd(shown ?? { from: 0, to: bins - 1 }, end, bin, bins);
      setKeyed(next);
      reportKeyed(next);
    },
  };
}
