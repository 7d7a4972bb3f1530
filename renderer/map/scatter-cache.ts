import { onWorkspaceChange, openWorkspacePath } from '../engine/workspace-change.ts';
import classes from './MapCanvas.module.css';
import { Scatter } from './scatter.ts';
import type { ScatterEvents } from './scatter-events.ts';

/** The last released scatterplot, with its canvas, buffers and view. */
let spare: Scatter | null = null;

/** Workspace in which each scatterplot was acquired. */
const workspaces = new WeakMap<Scatter, string | null>();

/**
 * Returns a scatterplot, and makes its canvas the first child of an element. Reuses the last released scatterplot if
 * there is one, so that the points of the same map are not uploaded again. Throws an Error if the window has no WebGL
 * 2.
 */
export function acquireScatter(parent: HTMLElement, events: ScatterEvents): Scatter {
  const scatter = spare ?? new Scatter(document.createElement('canvas'));
  spare = null;
  workspaces.set(scatter, openWorkspacePath());
  scatter.canvas.className = classes.canvas ?? '';
  parent.prepend(scatter.canvas);
  scatter.report(events);
  return scatter;
}

/**
 * Removes a scatterplot from its page and retains it for reuse. It is destroyed when another workspace is opened or
 * another scatterplot is released.
 */
export function releaseScatter(scatter: Scatter): void {
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
