import { create } from 'zustand';

/** Dialogs of the window that open from several places. */
export type DialogName = 'palette' | 'shortcuts' | 'newWorkspace' | 'maintenance';

interface Dialogs {
  /** The open dialog; null for none. */
  readonly opened: DialogName | null;
  /** Dialogs that have been opened before. */
  readonly used: readonly DialogName[];
}

export const useDialogs = create<Dialogs>(() => ({ opened: null, used: [] }));

let opener: Element | null = null;

export function openDialog(opened: DialogName): void {
  opener = document.activeElement;
  useDialogs.setState(({ used }) => ({ opened, used: used.includes(opened) ? used : [...used, opened] }));
}

/** Closes the open dialog and returns the focus to where it was, unless something else takes it. */
export function closeDialog(): void {
  const focused = document.activeElement;
  const target = opener;
  useDialogs.setState({ opened: null });
  setTimeout(() => {
    const isFree = document.activeElement === document.body || document.activeElement === focused;
    if (isFree && target instanceof HTMLElement) target.focus({ preventScroll: true });
  }, FOCUS_DELAY);
}

/** Time in milliseconds for a page or another dialog to take the focus. */
const FOCUS_DELAY = 10;
