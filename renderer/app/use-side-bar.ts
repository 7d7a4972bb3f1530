import { useMediaQuery } from '@mantine/hooks';
import { create } from 'zustand';

/** Width of the window, in pixels, below which the side bar is collapsed until it is opened. */
const NARROW = '(max-width: 999px)';
const KEY = 'portrait.sideBarCollapsed';

interface Collapsed {
  /** What the person chose in a wide window; it is stored in the browser. */
  readonly wide: boolean;
  readonly narrow: boolean;
}

const useCollapsed = create<Collapsed>(() => ({ wide: localStorage.getItem(KEY) === 'true', narrow: true }));

interface SideBarState {
  collapsed: boolean;
  toggle(): void;
}

/** Whether the side bar shows icons only: what the person chose, or in a narrow window always at first. */
export function useSideBar(): SideBarState {
  const width = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false }) ? 'narrow' : 'wide';
  const collapsed = useCollapsed((state) => state[width]);
  const toggle = () => {
    useCollapsed.setState({ [width]: !collapsed });
    if (width === 'wide') localStorage.setItem(KEY, String(!collapsed));
  };
  return { collapsed, toggle };
}
