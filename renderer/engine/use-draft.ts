import { useMemo } from 'react';
import { create } from 'zustand';
import { onWorkspaceChange, openWorkspacePath } from './workspace-change.ts';

/** Values of unsubmitted forms, by form name. */
const useDrafts = create<{ readonly values: ReadonlyMap<string, unknown> }>(() => ({ values: new Map() }));

/**
 * Like `useState`, for the value of a form: it survives leaving the page and is discarded when another workspace is
 * opened. `name` identifies one form, whose value always has the same type.
 */
export function useDraft<T>(name: string, initial: () => T): [T, (value: T) => void] {
  const stored = useDrafts(({ values }) => values.get(name)) as T | undefined;
  // Another window can open another workspace while the form is shown.
  const workspace = openWorkspacePath();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form keeps its first value in a workspace
  const first = useMemo(initial, [workspace]);
  const set = (value: T) => useDrafts.setState(({ values }) => ({ values: new Map(values).set(name, value) }));
  return [stored ?? first, set];
}

onWorkspaceChange(() => useDrafts.setState({ values: new Map() }));
