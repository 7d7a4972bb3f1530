/** Returns the action of a name, ignoring case and past tense ("viewed" is `view`); null if there is none. */
export function findAction(actions: readonly string[], name: string): string | null {
  const word = name.toLowerCase();
  const findWhere = (namesOf: (action: string) => string[]) =>
    actions.find((action) => namesOf(action.toLowerCase()).includes(word));
  return (
    actions.find((action) => action === name) ??
    findWhere((action) => [action]) ??
    findWhere((action) => [`${action}ed`, `${action}d`]) ??
    null
  );
}
