import { resolve } from 'node:path';

/** Requests to open a workspace, from the command line, a second start of the program, or the system's file manager. */
export class OpenRequests {
  private waiting: string | null = null;
  private open: ((path: string) => void) | null = null;

  add(path: string): void {
    if (this.open) this.open(path);
    else this.waiting = path;
  }

  /** Returns the last request made so far, or null. */
  take(): string | null {
    const path = this.waiting;
    this.waiting = null;
    return path;
  }

  /** Calls `open` for a pending request, if any, and for all later ones. */
  handle(open: (path: string) => void): void {
    this.open = open;
    const path = this.take();
    if (path !== null) open(path);
  }
}

/** Returns the path of the workspace that a command line names, or null. */
export function workspaceArgument(args: readonly string[], workingDirectory: string): string | null {
  const path = args.find((argument) => !argument.startsWith('-') && /\.portrait[\\/]?$/.test(argument));
  return path === undefined ? null : resolve(workingDirectory, path);
}
