import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { FieldInput } from '../../training/FieldInput.tsx';
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { LiveLoss } from '../../training/LiveLoss.tsx';
import { SourceControl } from '../../training/SourceControl.tsx';
import { firstIssue, type Settings } from '../../training/settings.ts';
import { TrainAnother } from '../../training/TrainAnother.tsx';
import { Row, State } from '../State.tsx';
import { cancelledJob, failedJob, queuedJob, runningJob } from '../samples/jobs.ts';

const ignore = () => {};

export const training = {
  FieldInput: () => {
    const [settings, setSettings] = useState<Settings>(() => ({ ...TrainConfig.parse({}), layers: 30 }));
    const issue = firstIssue(settings);
    return (
      <SimpleGrid cols={2} spacing="lg">
        {(['loss', 'epochs', 'layers', 'logQ', 'fields'] as const).map((field) => (
          <FieldInput
            key={field}
            field={field}
            settings={settings}
            issue={issue}
            onChange={(changes) => setSettings({ ...settings, ...changes })}
          />
        ))}
      </SimpleGrid>
    );
  },
  InterruptedJob: () => (
    <>
      <State name="interrupted">
        <InterruptedJob job={cancelledJob} onDismiss={ignore} />
      </State>
      <State name="error">
        <InterruptedJob job={failedJob} onDismiss={ignore} />
      </State>
    </>
  ),
  LiveLoss: () => (
    <>
      <State name="empty">
        <LiveLoss job={queuedJob} />
      </State>
      <State name="busy">
        <LiveLoss job={runningJob} />
      </State>
    </>
  ),
  SourceControl: () => (
    <Row>
      <SourceControl source="behaviour" />
      <SourceControl source="texts" />
    </Row>
  ),
  TrainAnother: () => (
    <Row>
      <TrainAnother expanded={false} disabled={false} onToggle={ignore} />
      <TrainAnother expanded disabled={false} onToggle={ignore} />
      <TrainAnother expanded={false} disabled onToggle={ignore} />
    </Row>
  ),
};
