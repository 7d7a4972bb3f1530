const SHOWN = 4;

/** The classes with the highest values, the highest first; those without one are left out. */
export function bestClasses(classes: readonly string[], value: (at: number) => number, shown = SHOWN) {
  return classes
    .map((name, at) => ({ name, value: value(at) }))
    .filter((one) => Number.isFinite(one.value))
    .sort((a, b) => b.value - a.value)
    .slice(0, shown);
}
