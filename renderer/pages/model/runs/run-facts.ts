/** What a run is called: by people, else by its number. */
export const runTitle = ({ id, title }: { id: string; title: string }) => (title === '' ? id : title);

/** Whether files were imported after a run had been trained, so that it does not know what is in them. */
export function isStale(run: { created: number }, imports: readonly { kind: string; imported: number }[]): boolean {
  return imports.some(({ kind, imported }) => kind === 'events' && imported > run.created);
}
