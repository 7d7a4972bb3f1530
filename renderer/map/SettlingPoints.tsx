import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../shared/contract/jobs.ts';
import { mapPalette } from '../components/map-palette.ts';
import { usePalette } from '../components/use-palette.ts';
import { drawLayout } from './draw-layout.ts';
import classes from './MapCanvas.module.css';

/** The points of a map whose layout is being computed, coloured by cluster. */
export function SettlingPoints({ layout }: { layout: Layout }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width, height } = useElementSize();
  const palette = mapPalette(usePalette().dark);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) drawLayout(context, { width, height }, layout, palette);
  }, [width, height, layout, palette]);
  return (
    <div ref={ref} className={classes.settling}>
      <canvas ref={canvas} role="img" aria-label={t('map.settling')} />
    </div>
  );
}
