import { useState } from 'react';
import { create } from 'zustand';
import { onWorkspaceChange } from './workspace-change.ts';

/** Values of forms that are not sent yet, by the name of the form. */
const useDrafts = create<{ readonly values: ReadonlyMap<string, unknown> }>(() => ({ values: new Map() }));

/**
 * Like `useState`, for the value of a form: it stays when the page is left, and goes when another workspace is opened.
 * `name` is that of one form with one type of value.
 */
export function useDraft<T>(name: string, initial: () => T): [T, (value: T) => void] {
  const stored = useDrafts(({ values }) => values.get(name)) as T | undefined;
  const [first] = useState(initial);
  const set = (value: T) => useDrafts.setState(({ values }) => ({ values: new Map(values).set(name, value) }));
  return [stored ?? first, set];
}

onWorkspaceChange(() => useDrafts.setState({ values: new Map() }));
