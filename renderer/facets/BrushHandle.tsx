import type { KeyboardEvent } from 'react';
import classes from './facets.module.css';

interface BrushHandleProps {
  label: string;
  /** Label of the bin at this end. */
  text: string;
  bin: number;
  bins: number;
  /** Position in [0, 1], from the left end of the histogram. */
  place: number;
  onMove: (bin: number) => void;
  onClear: () => void;
}

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['PageDown', -5],
  ['PageUp', 5],
  ['Home', -Infinity],
  ['End', Infinity],
]);

/** One end of the brushed range: a slider moved by the arrow keys; Delete and Backspace remove the range. */
export function BrushHandle({ label, text, bin, bins, place, onMove, onClear }: BrushHandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps.get(event.key);
    if (step !== undefined) onMove(bin + step);
    else if (event.key === 'Delete' || event.key === 'Backspace') onClear();
    else return;
    event.preventDefault();
  };
  return (
    <span
      className={classes.handle}
      style={{ left: `${100 * place}%` }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={bins - 1}
      aria-valuenow={bin}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
    />
  );
}
