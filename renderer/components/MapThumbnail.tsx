import { Box } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { categoryColour, type MapPalette, mapPalette } from './map-palette.ts';
import { usePalette } from './use-palette.ts';

/** Length of the longer side of the thumbnail; see `WorkspaceFigures`. */
const SIDE = 255;
const WIDTH = 120;
const HEIGHT = 88;
const MARGIN = 6;

interface MapThumbnailProps {
  /** x, y and cluster of each point, flattened; null without a map. */
  points: readonly number[] | null;
  /** Position of a marked point, in the same coordinates. */
  mark?: readonly [x: number, y: number];
  label: string;
}

/** Thumbnail of a map, coloured by cluster; blank without a map. */
export function MapThumbnail({ points, mark, label }: MapThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { dark } = usePalette();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) draw(context, points ?? [], mark, mapPalette(dark));
  }, [points, mark, dark]);
  const density = window.devicePixelRatio;
  return (
    <Box
      component="canvas"
      ref={canvas}
      width={WIDTH * density}
      height={HEIGHT * density}
      w={WIDTH}
      h={HEIGHT}
      bg="var(--mantine-color-default-hover)"
      style={{ borderRadius: 6, flex: 'none' }}
      {...(points ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

function draw(
  context: CanvasRenderingContext2D,
  points: readonly number[],
  mark: readonly [number, number] | undefined,
  palette: MapPalette,
): void {
  const { width, height } = context.canvas;
  const density = width / WIDTH;
  const scale = (Math.min(width, height) - 2 * MARGIN * density) / SIDE;
  const right = Math.max(0, ...points.filter((_, i) => i % 3 === 0)) * scale;
  const top = Math.max(0, ...points.filter((_, i) => i % 3 === 1)) * scale;
  const circle = (x: number, y: number, radius: number) => {
    context.beginPath();
    context.arc((width - right) / 2 + x * scale, (height + top) / 2 - y * scale, radius * density, 0, 2 * Math.PI);
  };
  context.clearRect(0, 0, width, height);
  for (let i = 0; i + 2 < points.length; i += 3) {
    const [x = 0, y = 0, cluster = -1] = points.slice(i, i + 3);
    context.fillStyle = categoryColour(palette, cluster);
    circle(x, y, 1.1);
    context.fill();
  }
  if (!mark) return;
  context.strokeStyle = palette.ring;
  context.lineWidth = 1.5 * density;
  circle(...mark, 4);
  context.stroke();
}
