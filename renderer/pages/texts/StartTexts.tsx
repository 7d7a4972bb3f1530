import {
  Button,
  Collapse,
  Group,
  MultiSelect,
  Paper,
  Radio,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useJobQuery } from '../../engine/use-job-query.ts';
import type { Run } from '../../runs/run-facts.ts';
import { LoadCheckpoint } from './LoadCheckpoint.tsx';
import { TextEffort } from './TextEffort.tsx';
import { TextTrainingKinds } from './TextTrainingKinds.tsx';
import { TextTrainingSettings } from './TextTrainingSettings.tsx';
import { countTexts, type Draft, type TextTrainingInput, textTrainingInput } from './text-training.ts';

interface StartTextsProps {
  runs: readonly Run[];
  /** Run to fine-tune on ratings; null if none was chosen. */
  from: string | null;
  onStart: (input: TextTrainingInput) => Promise<void>;
}

/** Form that starts a training on texts: what to learn, from which actions, and how thoroughly. */
export function StartTexts(props: StartTextsProps) {
  const { t } = useTranslation();
  const { answer, error } = useJobQuery('text.survey', {});
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Title order={2}>{t('texts.title')}</Title>
        {error !== null && <ErrorNotice error={error} />}
        {!answer && error === null && <Skeleton height={240} role="status" aria-label={t('texts.counting')} />}
        {answer && <Form {...props} statistics={answer} />}
      </Stack>
    </Paper>
  );
}

function Form({ runs, from, onStart, statistics: survey }: StartTextsProps & { statistics: Output<'text.survey'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const allCounts = countTexts(survey, []);
  const [draft, setDraft] = useState<Draft>({
    learn: allCounts.rateable ? 'ratings' : allCounts.texts > 0 ? 'words' : 'checkpoint',
    ...{ actions: [], run: from, wordsOnly: false, words: {}, ratings: {} },
  });
  const [effort, setEffort] = useState<TrainPreset>('quick');
  const [expanded, { toggle }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const counts = countTexts(survey, draft.actions);
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const input = textTrainingInput(draft, effort, counts.rated);
  const possible = draft.learn === 'words' ? counts.texts > 0 : counts.rateable;
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <>
      {allCounts.texts === 0 ? (
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>{t('texts.none')}</Text>
            <Text size="sm" c="dimmed" maw={760}>
              {t('texts.noneText')}
            </Text>
          </div>
          <Button component="a" href={hashOf('data')} variant="default" flex="none">
            {t('texts.toImport')}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('texts.sum', { texts: format.number(counts.texts), rated: format.number(counts.rated) })}
        </Text>
      )}
      {survey.actions.length > 1 && (
        <MultiSelect
          label={t('texts.which')}
          description={t('texts.whichHelp')}
          data={survey.actions.map(({ action, texts, rated }) => ({
            value: action,
            label: t('texts.action', { action, texts: format.number(texts), rated: format.number(rated) }),
          }))}
          value={[...draft.actions]}
          onChange={(actions) => change({ actions })}
          maw={640}
        />
      )}
      <TextTrainingKinds value={draft.learn} counts={counts} onChange={(learn) => change({ learn })} />
      {input === null ? (
        <LoadCheckpoint />
      ) : (
        <>
          <Radio.Group
            value={effort}
            onChange={(value) => setEffort(TrainPreset.catch('quick').parse(value))}
            label={t('training.effort')}
          >
            <SimpleGrid mt={6} cols={2} maw={860}>
              {TrainPreset.options.map((preset) => (
                <TextEffort
                  key={preset}
                  effort={preset}
                  learn={input.learn}
                  input={possible ? textTrainingInput(draft, preset, counts.rated) : null}
                />
              ))}
            </SimpleGrid>
          </Radio.Group>
          <Button
            variant="transparent"
            px={0}
            w="fit-content"
            onClick={toggle}
            aria-expanded={expanded}
            color="gray"
            leftSection={<Chevron size={16} aria-hidden />}
          >
            {t('training.advanced')}
          </Button>
          <Collapse expanded={expanded}>
            <TextTrainingSettings draft={draft} input={input} runs={runs} onChange={change} />
          </Collapse>
          <Group>
            <Button
              loading={busy}
              disabled={!possible}
              onClick={() => {
                setBusy(true);
                void onStart(input).finally(() => setBusy(false));
              }}
              leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
            >
              {t('texts.begin')}
            </Button>
          </Group>
        </>
      )}
    </>
  );
}
