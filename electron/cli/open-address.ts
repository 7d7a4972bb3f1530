import { spawn } from 'node:child_process';

/** Whether this machine has a display that a window can open on. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/**
 * Opens one of the application's own addresses in the default browser; if that fails, the user still has the printed
 * address.
 */
export function openAddress(address: string): void {
  const [command = 'xdg-open', ...openerArguments] = OPENERS[process.platform] ?? [];
  const child = spawn(command, [...openerArguments, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
