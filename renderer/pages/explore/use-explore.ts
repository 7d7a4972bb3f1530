import { useMemo } from 'react';
import { parseHash, type Route } from '../../base/route.ts';
import { pushRoute, replaceRoute } from '../../base/use-route.ts';
import { type ExploreState, exploreAddress, readExplore } from './explore-state.ts';

export interface Explore {
  state: ExploreState;
  /** Changes what the page shows, as a step that the back button undoes. */
  go(changes: Partial<ExploreState>): void;
  /** Changes what the page shows in the present step, such as the view while it is moved. */
  adjust(changes: Partial<ExploreState>): void;
}

/** What the page shows, kept in its address. */
export function useExplore(route: Route): Explore {
  const state = useMemo(() => readExplore(route), [route]);
  return useMemo(() => ({ state, go: write(pushRoute), adjust: write(replaceRoute) }), [state]);
}

/** The address of the moment is changed, as it may be newer than the one that was last drawn, and only on this page. */
function write(writeRoute: typeof pushRoute): (changes: Partial<ExploreState>) => void {
  return (changes) => {
    const route = parseHash(location.hash);
    if (route?.page !== 'explore') return;
    const { id, query } = exploreAddress({ ...readExplore(route), ...changes });
    writeRoute('explore', id, query);
  };
}
