/** The part of ECharts that draws SVG, in a file of its own: it is loaded when a chart is exported as one. */
export { SVGRenderer } from 'echarts/renderers';
