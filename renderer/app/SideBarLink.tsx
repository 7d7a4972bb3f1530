import { NavLink, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './SideBar.module.css';

interface SideBarLinkProps {
  href: string;
  label: string;
  icon: Icon;
  /** Whether the page, or one that marks it as active, is shown. */
  active: boolean;
  /** Whether only the icon is shown, with the label as a tooltip. */
  collapsed: boolean;
}

/** Entry of the side bar. */
export function SideBarLink({ href, label, icon: Picture, active, collapsed }: SideBarLinkProps) {
  return (
    <Tooltip label={label} position="right" disabled={!collapsed}>
      <NavLink
        href={href}
        label={collapsed ? null : label}
        aria-label={label}
        leftSection={<Picture size={19} stroke={1.6} aria-hidden />}
        active={active}
        aria-current={active ? 'page' : undefined}
        className={classes.link}
      />
    </Tooltip>
  );
}
