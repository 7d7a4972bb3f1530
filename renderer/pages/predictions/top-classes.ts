const DEFAULT_LIMIT = 4;

/** Returns the classes with the highest values, descending; classes without a finite value are left out. */
export function topClasses(classes: readonly string[], value: (at: number) => number, limit = DEFAULT_LIMIT) {
  return classes
    .map((name, at) => ({ name, value: value(at) }))
    .filter((entry) => Number.isFinite(entry.value))
    .sort((a, b) => b.value - a.value)
    .slice(0, limit);
}
