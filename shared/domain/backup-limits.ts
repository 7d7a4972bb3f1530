/** How many backups of a workspace are kept, and how large they may be together; the oldest are deleted first. */
export const BACKUP_LIMITS = {
  count: 3,
  /** Largest total size, as a multiple of the size of the workspace's database and models. */
  workspaceSizes: 2,
};
