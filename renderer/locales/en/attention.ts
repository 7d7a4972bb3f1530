/** The attention heatmap. */
export const attention = {
  text: 'Each row is an event; the colour of a cell shows how much attention the model pays to the event of its column. Attention shows what the model reads. By itself, it does not explain a prediction:',
  source: 'Jain and Wallace, “Attention is not Explanation”, 2019.',
  last: 'Latest events',
  start: 'start',
  sessionEnd: 'end of session',
  allHeads: 'All layers and heads',
  layer: 'Layer {{number}}',
  headOf: 'Layer {{layer}}, head {{head}}',
  heatmap_one: 'Attention heatmap of {{count, number}} position. Use the arrow keys to move between cells.',
  heatmap_other: 'Attention heatmap of {{count, number}} positions. Use the arrow keys to move between cells.',
  hint: 'Hover over a cell or use the arrow keys.',
  cell: '{{from}} → {{to}}: {{weight}}',
  strongest: 'Strongest attention between events',
  link: '{{from}} → {{to}}',
  export: 'Save image',
};
