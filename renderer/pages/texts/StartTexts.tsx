import { Paper, Skeleton, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useDraft } from '../../engine/use-draft.ts';
import { useJobQuery } from '../../engine/use-job-query.ts';
import type { Run } from '../../runs/run-facts.ts';
import { TextSource } from './TextSource.tsx';
import { TextTraining } from './TextTraining.tsx';
import { TextTrainingKinds } from './TextTrainingKinds.tsx';
import { countTexts, type Draft, initialDraft, type TextStatistics, type TextTrainingInput } from './text-training.ts';

interface StartTextsProps {
  runs: readonly Run[];
  /** Run to fine-tune on ratings; null if none was chosen. */
  from: string | null;
  /** Whether another training is running, so that none can start. */
  disabled: boolean;
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

function Form({ runs, from, disabled, onStart, statistics }: StartTextsProps & { statistics: TextStatistics }) {
  const [draft, setDraft] = useDraft(`texts ${from ?? ''}`, () => initialDraft(statistics, from));
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const { learn, actions } = draft;
  const counts = countTexts(statistics, actions);
  return (
    <>
      <TextSource
        statistics={statistics}
        counts={counts}
        actions={actions}
        onChange={(chosen) => change({ actions: chosen })}
      />
      <TextTrainingKinds value={learn} counts={counts} onChange={(kind) => change({ learn: kind })} />
      <TextTraining draft={draft} counts={counts} runs={runs} disabled={disabled} onChange={change} onStart={onStart} />
    </>
  );
}
