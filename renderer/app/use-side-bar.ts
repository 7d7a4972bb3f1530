import { useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';

/** Width of the window, in pixels, below which the side bar is collapsed until it is opened. */
const NARROW = '(max-width: 999px)';

interface SideBarState {
  collapsed: boolean;
  toggle(): void;
}

/**
 * Whether the side bar shows icons only: what the person chose, which is remembered, or in a narrow window always at
 * first. Ctrl + B changes it too.
 */
export function useSideBar(): SideBarState {
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [collapsedWide, setCollapsedWide] = useLocalStorage({
    key: 'portrait.sideBarCollapsed',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [collapsedNarrow, setCollapsedNarrow] = useState(true);
  const toggle = () => (narrow ? setCollapsedNarrow((value) => !value) : setCollapsedWide((value) => !value));
  useHotkeys([['mod+B', toggle]]);
  return { collapsed: narrow ? collapsedNarrow : collapsedWide, toggle };
}
