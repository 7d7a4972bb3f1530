import { Skeleton, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { portraitSummary } from '../../../shared/texts/portrait/summary.ts';
import { AttentionPanel } from '../../attention/AttentionPanel.tsx';
import { useFormat } from '../../base/format.ts';
import type { Route } from '../../base/route.ts';
import { replaceRoute } from '../../base/use-route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NoRun } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { Measures } from './portrait/Measures.tsx';
import { Portrait } from './portrait/Portrait.tsx';
import { PortraitActions } from './portrait/PortraitActions.tsx';
import { Timeline } from './timeline/Timeline.tsx';

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
      {data && <PortraitActions data={data} route={route} />}
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
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const runs = useCall('train.runs', {}).data?.runs.filter(isBehaviourRun);
  const run = data.run ?? runs?.[0]?.id;
  const tab = route.query.tab ?? 'portrait';
  return (
    <>
      <Text maw={1100}>{portraitSummary(data, i18n.language, format)}</Text>
      <Measures data={data} />
      <Tabs
        value={tab}
        onChange={(value) => replaceRoute('users', data.user, value && value !== 'portrait' ? { tab: value } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="portrait">{t('users.tabs.portrait')}</Tabs.Tab>
          <Tabs.Tab value="timeline">{t('users.tabs.timeline')}</Tabs.Tab>
          <Tabs.Tab value="why">{t('users.tabs.why')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="portrait">
          <Portrait data={data} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <Timeline key={data.user} user={data.user} route={route} />
        </Tabs.Panel>
        <Tabs.Panel value="why">{run ? <AttentionPanel run={run} user={data.user} /> : runs && <NoRun />}</Tabs.Panel>
      </Tabs>
    </>
  );
}
