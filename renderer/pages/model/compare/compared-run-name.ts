import type { Comparison } from '../../../../shared/contract/runs.ts';

/** What a compared run is called: by its title and its number, since two may have the same title. */
export function nameIn({ runs }: Comparison, id: string): string {
  const title = runs.find(({ run }) => run === id)?.title ?? '';
  return title === '' ? id : `${title} (${id})`;
}
