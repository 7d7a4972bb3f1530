import { onWorkspaceChange, openWorkspacePath } from '../engine/workspace-change.ts';
import classes from './MapCanvas.module.css';
import { Scatter, type ScatterEvents } from './scatter.ts';

/** The scatterplot of the last map with its canvas, buffers and view, while no page shows it. */
let spare: Scatter | null = null;

/** The workspace in which each scatterplot was taken. */
const workspaces = new WeakMap<Scatter, string | null>();

/**
 * Returns a scatterplot whose canvas is the first child of an element: the one that was put away last, so that a map that
 * is shown again is not uploaded again, or a new one. Throws an Error if the window has no WebGL 2.
 */
export function takeScatter(parent: HTMLElement, events: ScatterEvents): Scatter {
  const scatter = spare ?? new Scatter(document.createElement('canvas'));
  spare = null;
  workspaces.set(scatter, openWorkspacePath());
  scatter.canvas.className = classes.canvas ?? '';
  parent.prepend(scatter.canvas);
  scatter.report(events);
  return scatter;
}

/** Takes a scatterplot off its page. It is destroyed once another workspace is opened, or another one is put away. */
export function putScatterAway(scatter: Scatter): void {
  scatter.report(null);
  scatter.canvas.remove();
  delete scatter.canvas.dataset.drawn;
  spare?.destroy();
  spare = scatter;
  if (workspaces.get(scatter) !== openWorkspacePath()) destroySpare();
}

function destroySpare(): void {
  spare?.destroy();
  spare = null;
}

onWorkspaceChange(destroySpare);
