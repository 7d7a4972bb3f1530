import { Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract/index.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAction } from '../../../engine/use-action.ts';
import { call, callQuery } from '../../../engine/use-call.ts';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import { CopiedValue } from '../live/CopiedValue.tsx';
import { LiveCounts } from '../live/LiveCounts.tsx';
import { Section } from '../Section.tsx';
import { SettingRow } from '../SettingRow.tsx';

/** Interval between requests of the counts, in milliseconds. */
const INTERVAL = 1000;

/** Receiving events over HTTP from programs on this computer; renders nothing without a workspace. */
export function LiveEvents() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data: state, refetch } = useQuery({
    ...callQuery('live.state', {}),
    enabled: workspace !== null && workspace !== undefined,
    refetchInterval: INTERVAL,
  });
  const start = useAction(async (request: Input<'live.start'>) => {
    await call('live.start', request);
    await refetch();
  });
  const stop = useAction(async () => {
    await call('live.stop', {});
    await refetch();
  });
  if (!workspace || !state) return null;
  const { url, key, users, waiting } = state;
  return (
    <Section title={t('settings.live.title')} text={t('settings.live.text')}>
      <Switch
        label={t('settings.live.receive')}
        description={waiting ? t('settings.live.waiting') : undefined}
        checked={start.busy || (url !== null && !stop.busy)}
        disabled={start.busy || stop.busy}
        onChange={(event) => void (event.currentTarget.checked ? start.start({}) : stop.start())}
      />
      {url && (
        <>
          <SettingRow label={t('settings.live.address')}>
            <CopiedValue label={t('settings.live.copyAddress')} value={url} />
          </SettingRow>
          <SettingRow label={t('settings.live.key')}>
            <CopiedValue label={t('settings.live.copyKey')} value={key ?? ''} />
          </SettingRow>
          <SettingRow label={t('settings.live.users')}>
            <Select
              aria-label={t('settings.live.users')}
              w={280}
              allowDeselect={false}
              value={users}
              data={(['keep', 'hash'] as const).map((value) => ({ value, label: t(`settings.live.stored.${value}`) }))}
              onChange={(value) => void start.start({ users: value === 'hash' ? 'hash' : 'keep' })}
            />
          </SettingRow>
          <Text size="xs" c="dimmed">
            {t('settings.live.help')}
          </Text>
          <LiveCounts state={state} />
        </>
      )}
      {[start.error, stop.error].map((error) => error !== null && <ErrorNotice key={String(error)} error={error} />)}
    </Section>
  );
}
