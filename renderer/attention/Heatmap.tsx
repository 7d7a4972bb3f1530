import { Group, Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import classes from './Attention.module.css';
import { drawHeatmap } from './draw-heatmap.ts';
import { type HeatColours, heatColour } from './heat-colours.ts';
import { cellAt, type HeatLayout } from './heatmap-layout.ts';
import type { Head } from './weights.ts';

interface HeatmapProps {
  canvas: RefObject<HTMLCanvasElement | null>;
  layout: HeatLayout;
  head: Head;
  labels: readonly string[];
  colours: HeatColours;
}

interface Cell {
  from: number;
  to: number;
}

const steps: Record<string, Cell> = {
  ArrowUp: { from: -1, to: 0 },
  ArrowDown: { from: 1, to: 0 },
  ArrowLeft: { from: 0, to: -1 },
  ArrowRight: { from: 0, to: 1 },
};

/** Heatmap of one head's weights; the pointer or the arrow keys select a cell to describe. */
export function Heatmap({ canvas, layout, head, labels, colours }: HeatmapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [cell, setCell] = useState<Cell | null>(null);

  useEffect(() => {
    if (canvas.current) drawHeatmap(canvas.current, layout, head, labels, colours, window.devicePixelRatio || 1);
  }, [canvas, layout, head, labels, colours]);

  function move(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const clampIndex = (index: number) => Math.max(0, Math.min(head.size - 1, index));
    setCell((current) => ({
      from: clampIndex((current?.from ?? 0) + step.from),
      to: clampIndex((current?.to ?? 0) + step.to),
    }));
  }

  const text =
    cell &&
    t('attention.cell', {
      from: labels[cell.from],
      to: labels[cell.to],
      weight: format.percent(head.weights[cell.from * head.size + cell.to] ?? 0),
    });
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text size="sm" truncate {...(text ? {} : { c: 'dimmed' })}>
          {text ?? t('attention.hint')}
        </Text>
        <Scale head={head} colours={colours} />
      </Group>
      <VisuallyHidden role="status">{text}</VisuallyHidden>
      <div className={classes.heatmap}>
        <canvas
          ref={canvas}
          className={classes.cells}
          style={{ width: layout.width, height: layout.height }}
          tabIndex={0}
          role="img"
          aria-label={t('attention.heatmap', { count: head.size })}
          onKeyDown={move}
          onMouseMove={({ nativeEvent: { offsetX, offsetY } }) => setCell(cellAt(layout, offsetX, offsetY))}
          onMouseLeave={() => setCell(null)}
        />
        {cell && (
          <span
            className={classes.cursor}
            style={{
              left: layout.left + cell.to * layout.cell - 2,
              top: layout.top + cell.from * layout.cell - 2,
              width: layout.cell + 3,
              height: layout.cell + 3,
            }}
          />
        )}
      </div>
    </div>
  );
}

/** Colour scale, labelled with its ends. */
function Scale({ head, colours }: { head: Head; colours: HeatColours }) {
  const format = useFormat();
  const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => heatColour(colours, share));
  return (
    <Group gap={6} wrap="nowrap" flex="none">
      <Text size="xs">{format.percent(head.min)}</Text>
      <span className={classes.scale} style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }} />
      <Text size="xs">{`${head.exceeded ? '≥ ' : ''}${format.percent(head.max)}`}</Text>
    </Group>
  );
}
