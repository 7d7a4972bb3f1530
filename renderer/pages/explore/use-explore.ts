import { useMemo } from 'react';
import { parseHash, type Route } from '../../base/route.ts';
import { pushRoute, replaceRoute } from '../../base/use-route.ts';
import { type ExploreState, exploreAddress, readExplore } from './explore-state.ts';

export interface Explore {
  state: ExploreState;
  /** Changes the state and adds a history entry. */
  go(changes: Partial<ExploreState>): void;
  /** Changes the state without a history entry, such as the view while the map is moved. */
  adjust(changes: Partial<ExploreState>): void;
}

/** Returns the state of the page, which is stored in its address, with functions that change it. */
export function useExplore(route: Route): Explore {
  const state = useMemo(() => readExplore(route), [route]);
  return useMemo(() => ({ state, go: write(pushRoute), adjust: write(replaceRoute) }), [state]);
}

/** Reads the current address, which may be newer than the rendered one; does nothing if another page is shown. */
function write(writeRoute: typeof pushRoute): (changes: Partial<ExploreState>) => void {
  return (changes) => {
    const route = parseHash(location.hash);
    if (route?.page !== 'explore') return;
    const { id, query } = exploreAddress({ ...readExplore(route), ...changes });
    writeRoute('explore', id, query);
  };
}
