import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { AttentionPanel } from '../../attention/AttentionPanel.tsx';
import { hashOf, type Route } from '../../base/route.ts';
import { replaceRoute } from '../../base/use-route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NoRun } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { Portrait } from './Portrait.tsx';
import { PortraitHeader } from './PortraitHeader.tsx';
import { Timeline } from './Timeline.tsx';

interface UserPageProps {
  user: string;
  route: Route;
}

/** One user: portrait, timeline, and the model's attention. */
export function UserPage({ user, route }: UserPageProps) {
  const { t } = useTranslation();
  const { data, error } = useCall('profile.user', { user });
  const actions = (
    <>
      <BackButton to="users" label={t('users.back')} />
      {data?.cluster && (
        <Button
          component="a"
          href={hashOf('explore', data.cluster.map, { user })}
          variant="default"
          leftSection={<IconMap2 size={16} aria-hidden />}
        >
          {t('users.onMap')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={user} description={t('users.portraitOf')} actions={actions}>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : data ? (
        <UserTabs data={data} route={route} />
      ) : (
        <Skeleton h={480} />
      )}
    </Page>
  );
}

function UserTabs({ data, route }: { data: Output<'profile.user'>; route: Route }) {
  const { t } = useTranslation();
  const runs = useCall('train.runs', {}).data?.runs.filter(isBehaviourRun);
  const run = data.run ?? runs?.[0]?.id;
  const tab = route.query.tab ?? 'portrait';
  return (
    <>
      <PortraitHeader data={data} />
      <Tabs
        value={tab}
        onChange={(value) => replaceRoute('users', data.user, value && value !== 'portrait' ? { tab: value } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="portrait">{t('users.tabs.portrait')}</Tabs.Tab>
          <Tabs.Tab value="timeline">{t('users.tabs.timeline')}</Tabs.Tab>
          <Tabs.Tab value="why">{t('users.tabs.why')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="portrait">
          <Portrait data={data} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <Timeline user={data.user} />
        </Tabs.Panel>
        <Tabs.Panel value="why">{run ? <AttentionPanel run={run} user={data.user} /> : runs && <NoRun />}</Tabs.Panel>
      </Tabs>
    </>
  );
}
