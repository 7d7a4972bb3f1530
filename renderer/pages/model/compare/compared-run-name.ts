import type { Comparison } from '../../../../shared/contract/runs.ts';

/** Returns the display name of a compared run: its title with its ID, since titles may repeat. */
export function comparedRunName({ runs }: Comparison, id: string): string {
  const title = runs.find(({ run }) => run === id)?.title ?? '';
  return title === '' ? id : `${title} (${id})`;
}
