import { type BrowserWindow, dialog } from 'electron';
import { errorShape } from '../../shared/errors.ts';

export async function chooseFiles(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'] });
  return filePaths;
}

/** Asks for a folder, such as that of a workspace; null if the user cancels. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
  return filePaths[0] ?? null;
}

export function showError(window: BrowserWindow, error: unknown): void {
  const { message, hint } = errorShape(error);
  void dialog.showMessageBox(window, { type: 'error', message, detail: hint });
}

/** Asks what to do about an engine that keeps crashing; true to restart it. */
export async function askToRestart(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The engine keeps crashing.',
    detail: 'Saved data is safe. Restarting the engine may help; if not, close other programs first.',
    buttons: ['Restart', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
