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
import { hashOf, type Page, pages } from '../base/route.ts';
import { useRoute } from '../base/use-route.ts';
import { BackendStatus } from './backends/BackendStatus.tsx';
import { Preferences } from './Preferences.tsx';
import { RunningJob } from './RunningJob.tsx';
import classes from './SideBar.module.css';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

const icons: Record<Page, Icon> = {
  data: IconDatabase,
  model: IconBrain,
  map: IconMap2,
  users: IconUsers,
  segments: IconTargetArrow,
  jobs: IconListCheck,
};

/** Navigation between pages. */
export function SideBar() {
  const { t } = useTranslation();
  const { page } = useRoute();
  return (
    <div className={classes.bar}>
      <WorkspaceMenu />
      <nav aria-label={t('app.navigation')} className={classes.links}>
        {pages.map((name) => {
          const Picture = icons[name];
          const active = name === page;
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
