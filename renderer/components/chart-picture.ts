import type { EChartsType } from 'echarts/core';
import { echarts } from './echarts.ts';

/** Image pixels per CSS pixel. */
const SCALE = 2;

/** Returns the current chart as a PNG image with a background. */
export async function chartPng(chart: EChartsType, background: string): Promise<Blob> {
  const address = chart.getDataURL({ type: 'png', pixelRatio: SCALE, backgroundColor: background });
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

/** Returns the current chart as an SVG image with a background. */
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
