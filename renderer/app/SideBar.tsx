import { NavLink } from '@mantine/core';
import {
  type Icon,
  IconBrain,
  IconDatabase,
  IconListCheck,
  IconMap2,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf, type Page } from '../base/route.ts';
import { useRoute } from '../base/use-route.ts';
import { BackendStatus } from './backends/BackendStatus.tsx';
import { Preferences } from './Preferences.tsx';
import { RunningJob } from './RunningJob.tsx';
import classes from './SideBar.module.css';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

/** Entries of the navigation: the page each opens, its icon, and the other pages that belong to it. */
const entries: readonly { page: Exclude<Page, 'predictions' | 'texts'>; icon: Icon; subpages?: readonly Page[] }[] = [
  { page: 'data', icon: IconDatabase },
  { page: 'model', icon: IconBrain, subpages: ['predictions', 'texts'] },
  { page: 'map', icon: IconMap2 },
  { page: 'users', icon: IconUsers },
  { page: 'segments', icon: IconTargetArrow },
  { page: 'jobs', icon: IconListCheck },
];

/** Navigation between pages. */
export function SideBar() {
  const { t } = useTranslation();
  const { page } = useRoute();
  return (
    <div className={classes.bar}>
      <WorkspaceMenu />
      <nav aria-label={t('app.navigation')} className={classes.links}>
        {entries.map(({ page: name, icon: Picture, subpages = [] }) => {
          const active = name === page || subpages.includes(page);
          return (
            <NavLink
              key={name}
              href={hashOf(name)}
              label={t(`app.${name}`)}
              leftSection={<Picture size={19} stroke={1.6} aria-hidden />}
              active={active}
              aria-current={active ? 'page' : undefined}
              className={classes.link}
            />
          );
        })}
      </nav>
      <RunningJob />
      <BackendStatus />
      <Preferences />
    </div>
  );
}
