import { Text, Title } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../../components/BackButton.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { NoData, NoProfiles, NoRun } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { RequireEvents } from '../../training/RequireEvents.tsx';
import { Answers, answer } from '../Answers.tsx';
import { Row, State } from '../State.tsx';
import { behaviourRun } from '../samples/run.ts';
import { emptyWorkspace, profiledWorkspace } from '../samples/workspace.ts';

export const layout = {
  Page: () => {
    const { t } = useTranslation();
    return (
      <Page
        title={t('terms.cluster')}
        description={t('map.description')}
        actions={<BackButton to="users" label={t('users.back')} />}
      >
        <Title order={2}>{t('map.colourBy')}</Title>
        <Text>{t('terms.users', { count: 120 })}</Text>
      </Page>
    );
  },
  BackButton: () => {
    const { t } = useTranslation();
    return (
      <Row>
        <BackButton to="segments" label={t('segments.notFoundBack')} />
      </Row>
    );
  },
  Card: () => {
    const { t } = useTranslation();
    return (
      <Card title={t('customers.change.title')} note={t('customers.change.note')}>
        <Text>{t('terms.users', { count: 120 })}</Text>
      </Card>
    );
  },
  EmptyState: () => {
    const { t } = useTranslation();
    return <EmptyState icon={IconMap2} title={t('map.emptyTitle')} text={t('map.emptyText')} />;
  },
  NotFound: () => {
    const { t } = useTranslation();
    return (
      <>
        <NotFound to="home" label={t('app.toHome')} />
        <NotFound name="run-99" to="models" label={t('terms.allRuns')} />
      </>
    );
  },
  NotReady: () => (
    <>
      <State name="empty">
        <NoData workspace={null} />
        <NoRun />
        <NoProfiles busy={false} onCompute={() => {}} />
      </State>
      <State name="busy">
        <NoData workspace={undefined} />
        <NoProfiles busy onCompute={() => {}} />
      </State>
    </>
  ),
  NextStep: () => (
    <>
      <State name="empty">
        <Answers
          answers={[
            answer('workspace.info', {}, { workspace: emptyWorkspace }),
            answer('train.runs', {}, { runs: [] }),
          ]}
        >
          <NextStep currentPage="data" />
        </Answers>
      </State>
      <State name="filled">
        <Answers
          answers={[
            answer('workspace.info', {}, { workspace: profiledWorkspace }),
            answer('train.runs', {}, { runs: [behaviourRun] }),
          ]}
        >
          <NextStep currentPage="models" />
        </Answers>
      </State>
    </>
  ),
  RequireEvents: () => (
    <>
      <State name="busy">
        <RequireEvents>{() => null}</RequireEvents>
      </State>
      <State name="empty">
        <Answers answers={[answer('workspace.info', {}, { workspace: emptyWorkspace })]}>
          <RequireEvents>{() => null}</RequireEvents>
        </Answers>
      </State>
    </>
  ),
};
