import { NavLink, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconBrain,
  IconDatabase,
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMap2,
  IconSettings,
  IconSparkles,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf, type Page } from '../base/route.ts';
import { labelWithKeys } from '../components/shortcut-text.ts';
import { JobTray } from './jobs/JobTray.tsx';
import { lastExplored } from './last-explored.ts';
import { SearchButton } from './SearchButton.tsx';
import classes from './SideBar.module.css';
import { SideBarLink } from './SideBarLink.tsx';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

/**
 * Navigation entries in the order of the workflow: the page that each opens, its icon, and another page that marks it
 * as active.
 */
const entries: readonly {
  page: Exclude<Page, 'customers' | 'brief' | 'traits' | 'texts' | 'jobs' | 'settings' | 'workspaces'>;
  icon: Icon;
  subpage?: Page;
}[] = [
  { page: 'home', icon: IconHome, subpage: 'customers' },
  { page: 'explore', icon: IconMap2 },
  { page: 'users', icon: IconUsers },
  { page: 'segments', icon: IconTargetArrow, subpage: 'traits' },
  { page: 'predictions', icon: IconSparkles },
  { page: 'data', icon: IconDatabase },
  { page: 'models', icon: IconBrain, subpage: 'texts' },
];

interface SideBarProps {
  /** The current page; null for an unknown address. */
  page: Page | null;
  collapsed: boolean;
  onToggle: () => void;
}

/** The workspace menu, the navigation, the job tray and the settings. */
export function SideBar({ page, collapsed, onToggle }: SideBarProps) {
  const { t } = useTranslation();
  const ToggleIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const toggleLabel = t(collapsed ? 'app.expand' : 'app.collapse');
  return (
    <div className={classes.bar} data-collapsed={collapsed || undefined}>
      <WorkspaceMenu collapsed={collapsed} />
      <SearchButton collapsed={collapsed} />
      <nav aria-label={t('app.navigation')} className={classes.links}>
        {entries.map(({ page: name, icon, subpage }) => (
          <SideBarLink
            key={name}
            href={name === 'explore' && page !== 'explore' ? lastExplored() : hashOf(name)}
            label={t(`app.${name}`)}
            icon={icon}
            active={page === name || (page !== null && page === subpage)}
            collapsed={collapsed}
          />
        ))}
      </nav>
      <JobTray collapsed={collapsed} />
      <div>
        <SideBarLink
          href={hashOf('settings')}
          label={t('app.settings')}
          icon={IconSettings}
          active={page === 'settings'}
          collapsed={collapsed}
        />
        <Tooltip label={labelWithKeys(t, toggleLabel, 'sideBar')} position="right">
          <NavLink
            component="button"
            type="button"
            label={collapsed ? null : toggleLabel}
            aria-label={toggleLabel}
            leftSection={<ToggleIcon size={19} stroke={1.6} aria-hidden />}
            className={classes.link}
            onClick={onToggle}
          />
        </Tooltip>
      </div>
    </div>
  );
}
