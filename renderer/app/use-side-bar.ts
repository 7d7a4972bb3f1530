import { useMediaQuery } from '@mantine/hooks';
import { create } from 'zustand';

/** Media query for narrow windows, in which the side bar is collapsed by default. */
const NARROW = '(max-width: 999px)';
const KEY = 'portrait.sideBarCollapsed';

interface Collapsed {
  /** The user's choice in a wide window, stored in the browser. */
  readonly wide: boolean;
  readonly narrow: boolean;
}

const useCollapsed = create<Collapsed>(() => ({ wide: localStorage.getItem(KEY) === 'true', narrow: true }));

interface SideBarState {
  collapsed: boolean;
  toggle(): void;
}

/** Whether the side bar is collapsed: the user's choice; initially always in a narrow window. */
export function useSideBar(): SideBarState {
  const width = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false }) ? 'narrow' : 'wide';
  const collapsed = useCollapsed((state) => state[width]);
  const toggle = () => {
    useCollapsed.setState({ [width]: !collapsed });
    if (width === 'wide') localStorage.setItem(KEY, String(!collapsed));
  };
  return { collapsed, toggle };
}
