/** Names of keys, and what shortcuts do. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  singleKeys: 'Shortcuts of a single key',
  singleKeysHelp: 'Such as “?”. Switch them off if they get in the way of speech input or a screen reader.',
  places: {
    everywhere: 'Everywhere',
    map: 'On the map',
    charts: 'In bar charts',
    heatmap: 'In the attention heatmap',
  },
  does: {
    palette: 'Search and commands',
    help: 'Show keyboard shortcuts',
    undo: 'Undo',
    redo: 'Redo',
    sideBar: 'Collapse or expand the side bar',
    lasso: 'Select users with a lasso',
    zoom: 'Zoom',
    clear: 'Clear the selection',
    bars: 'Read one bar after another',
    cells: 'Move between cells',
  },
  keys: {
    mod: 'Ctrl',
    shift: 'Shift',
    escape: 'Esc',
    arrows: '← ↑ → ↓',
    drag: 'drag',
    wheel: 'mouse wheel',
  },
  withKeys: '{{label}} ({{keys}})',
};
