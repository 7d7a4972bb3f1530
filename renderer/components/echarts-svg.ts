/** ECharts' SVG renderer, in a separate chunk that is loaded for an SVG export. */
export { SVGRenderer } from 'echarts/renderers';
