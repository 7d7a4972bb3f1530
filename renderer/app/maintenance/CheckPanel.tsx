import { Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CheckReport, type Finding, isSound } from '../../../shared/domain/finding.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { useJob } from '../../engine/use-job.ts';

/** Checks the workspace, lists the findings, and repairs them. */
export function CheckPanel() {
  const { t } = useTranslation();
  const check = useJob('workspace.check');
  const repair = useJob('workspace.repair');
  const running = [check, repair].find(({ active, job }) => active && job !== undefined);
  const error = check.error ?? repair.error ?? check.job?.error ?? repair.job?.error ?? null;
  const report = repair.result ?? check.result;
  const start = (which: typeof check | typeof repair) => {
    check.dismiss();
    repair.dismiss();
    void which.start({});
  };
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('app.maintenance.check')}
      </Title>
      <Text size="sm">{t('app.maintenance.checkHelp')}</Text>
      {running?.job && <JobProgress job={running.job} onCancel={running.cancel} />}
      {error !== null && <ErrorNotice error={error} />}
      {report && !running && <Report report={report} />}
      <Group justify="flex-end">
        {report?.findings.some((finding) => finding.repair === 'possible') && !running && (
          <Button onClick={() => start(repair)}>{t('app.maintenance.repair')}</Button>
        )}
        <Button variant="default" disabled={running !== undefined} onClick={() => start(check)}>
          {t('app.maintenance.checkNow')}
        </Button>
      </Group>
    </Stack>
  );
}

function Report({ report }: { report: CheckReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { findings, sizes } = report;
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{t(isSound(report) ? 'app.maintenance.sound' : 'app.maintenance.unsound')}</Text>
      <List size="sm" spacing={4}>
        {findings.map((finding) => (
          <List.Item key={JSON.stringify(finding)}>
            <FindingText finding={finding} />
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('app.maintenance.sizes', {
          database: format.bytes(sizes.database),
          models: format.bytes(sizes.models),
          jobs: format.bytes(sizes.jobs),
          exports: format.bytes(sizes.exports),
          backups: format.bytes(sizes.backups),
        })}
      </Text>
    </Stack>
  );
}

function FindingText({ finding: { code, params, severity, repair } }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`app.maintenance.findings.${code}`, { ...params })}{' '}
      {severity !== 'information' && (
        <Badge component="span" size="sm" variant="light" color={repair === 'done' ? 'teal' : 'gray'} tt="none">
          {t(`app.maintenance.repairs.${repair}`)}
        </Badge>
      )}
    </>
  );
}
