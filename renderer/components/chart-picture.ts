import type { EChartsType } from 'echarts/core';
import { echarts } from './echarts.ts';

/** Pixels of a picture for each pixel of the screen. */
const SCALE = 2;

/** Returns a chart as it is shown as a PNG picture on a background. */
export async function chartPng(chart: EChartsType, background: string): Promise<Blob> {
  const address = chart.getDataURL({ type: 'png', pixelRatio: SCALE, backgroundColor: background });
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

/** Returns a chart as it is shown as an SVG drawing on a background. */
export async function chartSvg(chart: EChartsType, background: string): Promise<Blob> {
  const { SVGRenderer } = await import('./echarts-svg.ts');
  echarts.use([SVGRenderer]);
  const size = { width: chart.getWidth(), height: chart.getHeight() };
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    drawing.setOption({ ...chart.getOption(), animation: false, backgroundColor: background });
    return new Blob([drawing.renderToSVGString()], { type: 'image/svg+xml' });
  } finally {
    drawing.dispose();
  }
}
