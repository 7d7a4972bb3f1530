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
import { useAnswer } from '../../engine/use-job-query.ts';
import type { Run } from '../model/runs/RunsTable.tsx';
import { LoadCheckpoint } from './LoadCheckpoint.tsx';
import { TextEffort } from './TextEffort.tsx';
import { LessonKinds } from './TextTrainingKinds.tsx';
import { LessonSettings } from './TextTrainingSettings.tsx';
import { type Draft, type Lesson, lessonOf, sumOf } from './text-training.ts';

interface StartTextsProps {
  runs: readonly Run[];
  /** The run that ratings shall begin with; null where nobody has chosen. */
  from: string | null;
  onStart: (lesson: Lesson) => Promise<void>;
}

/** Asks what is to be learnt of texts, and how thoroughly. */
export function StartTexts(props: StartTextsProps) {
  const { t } = useTranslation();
  const { answer, error } = useAnswer('text.survey', {});
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Title order={2}>{t('texts.title')}</Title>
        {error !== null && <ErrorNotice error={error} />}
        {!answer && error === null && <Skeleton height={240} aria-label={t('texts.counting')} />}
        {answer && <Form {...props} survey={answer} />}
      </Stack>
    </Paper>
  );
}

function Form({ runs, from, onStart, survey }: StartTextsProps & { survey: Output<'text.survey'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = sumOf(survey, []);
  const [draft, setDraft] = useState<Draft>({
    learn: all.rateable ? 'ratings' : all.texts > 0 ? 'words' : 'checkpoint',
    ...{ actions: [], run: from, wordsOnly: false, words: {}, ratings: {} },
  });
  const [effort, setEffort] = useState<TrainPreset>('quick');
  const [more, { toggle }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const sum = sumOf(survey, draft.actions);
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const lesson = lessonOf(draft, effort, sum.rated);
  const possible = draft.learn === 'words' ? sum.texts > 0 : sum.rateable;
  const Chevron = more ? IconChevronDown : IconChevronRight;
  return (
    <>
      {all.texts === 0 ? (
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
          {t('texts.sum', { texts: format.number(sum.texts), rated: format.number(sum.rated) })}
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
      <LessonKinds value={draft.learn} sum={sum} onChange={(learn) => change({ learn })} />
      {lesson === null ? (
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
                  learn={lesson.learn}
                  lesson={possible ? lessonOf(draft, preset, sum.rated) : null}
                />
              ))}
            </SimpleGrid>
          </Radio.Group>
          <Button
            variant="transparent"
            px={0}
            w="fit-content"
            onClick={toggle}
            aria-expanded={more}
            color="gray"
            leftSection={<Chevron size={16} aria-hidden />}
          >
            {t('training.advanced')}
          </Button>
          <Collapse expanded={more}>
            <LessonSettings draft={draft} lesson={lesson} runs={runs} onChange={change} />
          </Collapse>
          <Group>
            <Button
              loading={busy}
              disabled={!possible}
              onClick={() => {
                setBusy(true);
                void onStart(lesson).finally(() => setBusy(false));
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
