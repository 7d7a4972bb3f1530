/** Job kinds that earlier versions stored under another name. */
const RENAMED_KINDS: ReadonlyMap<string, string> = new Map([
  ['finetune.start', 'prediction.train'],
  ['finetune.score', 'prediction.score'],
]);

/** Returns the current name of a stored job kind. */
export function currentKind(kind: string): string {
  return RENAMED_KINDS.get(kind) ?? kind;
}
