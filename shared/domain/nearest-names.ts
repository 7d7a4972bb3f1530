/**
 * Returns the names closest to a mistyped one by edit distance, the closest first: at most `limit`, and none that
 * differs in more than half of its letters.
 */
export function nearestNames(name: string, names: Iterable<string>, limit = 3): string[] {
  const lowerName = name.toLowerCase();
  const candidates: { name: string; distance: number }[] = [];
  for (const candidate of names) {
    const distance = editDistance(lowerName, candidate.toLowerCase());
    if (distance <= Math.max(lowerName.length, candidate.length) / 2) candidates.push({ name: candidate, distance });
  }
  return candidates
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((match) => match.name);
}

/** Levenshtein distance (1966): minimum number of insertions, deletions and substitutions between two texts. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replace, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
