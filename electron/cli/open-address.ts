import { spawn } from 'node:child_process';

/** Whether this machine has a screen that a window could open on. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens one of our own addresses in the default browser; where that fails, the printed address remains. */
export function openAddress(address: string): void {
  const [command = 'xdg-open', ...before] = OPENERS[process.platform] ?? [];
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
