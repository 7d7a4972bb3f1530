/** Returns the title of a run if it has one, else its ID. */
export const runTitle = ({ id, title }: { id: string; title: string }) => (title === '' ? id : title);

/** Whether events were imported after a run was trained, so that it does not include them. */
export function isStale(run: { created: number }, imports: readonly { kind: string; imported: number }[]): boolean {
  return imports.some(({ kind, imported }) => kind === 'events' && imported > run.created);
}
