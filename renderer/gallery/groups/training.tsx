import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { AdvancedToggle } from '../../training/AdvancedToggle.tsx';
import { EstimatedTime } from '../../training/EstimatedTime.tsx';
import { FieldInput } from '../../training/FieldInput.tsx';
import { FinetuneFields } from '../../training/FinetuneFields.tsx';
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { LiveLoss } from '../../training/LiveLoss.tsx';
import { SettingGroups } from '../../training/SettingGroups.tsx';
import { firstIssue, type Settings } from '../../training/settings.ts';
import { TrainingKinds } from '../../training/TrainingKinds.tsx';
import { Row, State } from '../State.tsx';
import { cancelledJob, failedJob, queuedJob, runningJob } from '../samples/jobs.ts';

const ignore = () => {};

export const training = {
  AdvancedToggle: () => {
    const [expanded, setExpanded] = useState(false);
    return <AdvancedToggle label="…" expanded={expanded} onToggle={() => setExpanded(!expanded)} />;
  },
  EstimatedTime: () => (
    <Row>
      <EstimatedTime seconds={42} atMost={false} help="…" />
      <EstimatedTime seconds={1800} atMost help="…" />
    </Row>
  ),
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
  FinetuneFields: () => {
    const [config, setConfig] = useState(() => ({ ...FinetuneConfig.parse({}), epochs: -1 }));
    return (
      <SimpleGrid cols={3} spacing="lg">
        <FinetuneFields
          config={config}
          isShown={() => true}
          onChange={(changes) => setConfig({ ...config, ...changes })}
        />
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
  SettingGroups: () => {
    const [settings, setSettings] = useState<Settings>(() => TrainConfig.parse({}));
    return (
      <SettingGroups
        settings={settings}
        isShown={(field) => field !== 'fields'}
        onChange={(changes) => setSettings({ ...settings, ...changes })}
      />
    );
  },
  TrainingKinds: () => (
    <Row>
      <TrainingKinds kind="behaviour" />
      <TrainingKinds kind="checkpoint" />
    </Row>
  ),
};
