/** The attention heatmap. */
export const attention = {
  text: 'Each row is a behaviour, each column a behaviour that the model takes into account for it; the stronger its colour, the more. Attention shows what the model reads. It is not by itself an explanation of what it concludes:',
  source: 'Jain and Wallace, “Attention is not Explanation”, 2019.',
  last: 'Behaviours, the latest',
  start: 'start',
  sessionEnd: 'end of session',
  allHeads: 'All layers and heads',
  layer: 'Layer {{number}}',
  headOf: 'Layer {{layer}}, head {{head}}',
  heatmap_one: 'Attention between {{count, number}} position. The arrow keys move from cell to cell.',
  heatmap_other: 'Attention between {{count, number}} positions. The arrow keys move from cell to cell.',
  hint: 'Move over the cells, or use the arrow keys.',
  cell: '{{from}} → {{to}}: {{weight}}',
  strongest: 'Strongest links between behaviours',
  link: '{{from}} → {{to}}',
  export: 'Save picture',
};
