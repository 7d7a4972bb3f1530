import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { JobStateBadge } from '../../components/JobStateBadge.tsx';
import { kindText } from '../../components/job-texts.ts';
import { Panel } from './Panel.tsx';
import { RowFact, RowLink } from './RowText.tsx';

/** The latest jobs. */
export function Jobs({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('home.jobs')}
      href={hashOf('jobs')}
      all={t('jobs.history')}
      empty={t('jobs.emptyText')}
      rows={jobs}
      rowKey={({ id }) => id}
    >
      {(job) => (
        <>
          <RowLink href={hashOf('jobs', job.id)} name={kindText(t, job.kind)} />
          <RowFact text={format.dateTime(job.ended ?? job.started)} />
          <JobStateBadge state={job.state} />
        </>
      )}
    </Panel>
  );
}
