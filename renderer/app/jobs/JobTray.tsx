import { NavLink, Popover, RingProgress, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListCheck } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../shared/contract/jobs.ts';
import { jobShare } from '../../components/job-share.ts';
import { kindText } from '../../components/job-texts.ts';
import { listedJobs, useJobs } from '../../engine/jobs-store.ts';
import classes from '../SideBar.module.css';
import { ActiveJob } from './ActiveJob.tsx';

// Loaded when the tray is opened.
const JobPanel = lazy(async () => ({ default: (await import('./JobPanel.tsx')).JobPanel }));

/** The running job at the bottom of the side bar, with a button that opens the panel of recent jobs. */
export function JobTray({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation();
  const byId = useJobs((state) => state.byId);
  const jobs = useMemo(() => listedJobs(byId), [byId]);
  const job = jobs.find(({ state }) => state === 'running') ?? jobs.find(isActive);
  const [opened, { toggle, close }] = useDisclosure(false);
  const label = job ? t('jobs.tray', { job: kindText(t, job.kind) }) : t('app.jobs');
  return (
    <div>
      <Popover
        opened={opened}
        onDismiss={close}
        position="right-end"
        width={360}
        withinPortal
        trapFocus
        returnFocus
        shadow="md"
        offset={20}
      >
        <Popover.Target>
          <NavLink
            component="button"
            type="button"
            label={collapsed ? null : t('app.jobs')}
            aria-label={label}
            title={collapsed ? label : undefined}
            leftSection={
              job ? (
                <RingProgress
                  size={20}
                  thickness={3}
                  sections={[{ value: 100 * (jobShare(job) ?? 0), color: 'var(--mantine-primary-color-filled)' }]}
                  aria-hidden
                />
              ) : (
                <IconListCheck size={19} stroke={1.6} aria-hidden />
              )
            }
            className={classes.link}
            onClick={toggle}
          />
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<Skeleton height={120} />}>
            <JobPanel jobs={jobs} onClose={close} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {job && !collapsed && <ActiveJob job={job} />}
    </div>
  );
}
