/** Resolves a client's reference to a file or a workspace to a path, or throws. */
export interface FileAccess {
  /** Folder of workspaces that are referred to by a bare name. */
  readonly home: string;
  resolveReadable(reference: string): string;
  resolveWritable(reference: string, exportFolder: string): string;
  resolveWorkspace(reference: string): string;
}

/** The part of the engine by which a handler reaches files. */
export interface FilesContext {
  readonly files: FileAccess;
}
