import { Button, Checkbox, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fix } from '../../../shared/contract/brief.ts';
import type { Problem } from '../../../shared/contract/examine.ts';
import { recommendedFixes } from '../../../shared/domain/recommended-fixes.ts';
import { useFormat } from '../../base/format.ts';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { useAction } from '../../engine/use-action.ts';
import { engine } from '../../engine/use-call.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { problemText } from '../../pages/data/doctor/problem-text.ts';
import { remedyText } from '../../pages/data/doctor/remedy-text.ts';
import { useExaminationStore } from '../../pages/data/import/examination-store.ts';
import { requestOf, useImportFiles } from '../../pages/data/import/import-files.ts';
import { useExamination, useFirstExamination } from '../../pages/data/import/use-examination.ts';
import { useDropSheet } from './drop-sheet.ts';

/** Check of dropped files: the recommended fixes, each of which can be switched off, and the possible next steps. */
export default function DropChoice() {
  const { t } = useTranslation();
  const close = useDropSheet((state) => state.close);
  const workspace = useWorkspace();
  const plan = useImportFiles();
  const isReady = plan.files.length > 0 && plan.uploadProgress === null;
  const examination = useExamination();
  useFirstExamination(isReady, 0);
  const format = useFormat();
  const impossible = examination.result?.files.flatMap(({ problems }) => problems.filter(isError)) ?? [];
  const [off, setOff] = useState<readonly number[]>([]);
  const fixes = examination.result && recommendedFixes(examination.result);
  const making = useAction(async () => {
    useExaminationStore.getState().stop();
    plan.begin();
    const chosen = fixes?.filter((_, index) => !off.includes(index)) ?? 'recommended';
    await engine().start('brief.make', { ...requestOf(plan), fixes: chosen });
    plan.finish();
    close();
    navigate('brief');
  });
  const importOnly = () => {
    close();
    navigate('data', 'import');
  };
  const error = plan.error ?? examination.error ?? making.error;
  return (
    <Stack>
      <Text size="sm">{t('brief.drop.text')}</Text>
      {workspace && workspace.events > 0 && (
        <Text size="sm" c="dimmed">
          {t('brief.drop.into', { name: workspace.name })}
        </Text>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {plan.uploadProgress !== null && (
        <Progress value={100 * plan.uploadProgress} aria-label={t('brief.drop.uploading')} />
      )}
      {impossible.map((problem) => {
        const { title, text } = problemText(t, format, problem);
        return <ErrorNotice key={problem.code} error={{ message: title, hint: text }} />;
      })}
      {fixes ? (
        <FixList
          fixes={fixes}
          off={off}
          onToggle={(index) => setOff(off.includes(index) ? off.filter((other) => other !== index) : [...off, index])}
        />
      ) : (
        isReady && (
          <>
            <JobStatus job={examination.job} />
            <Text size="sm" c="dimmed">
              {t('brief.drop.pending')}
            </Text>
          </>
        )
      )}
      <Group justify="flex-end">
        <Button variant="default" disabled={!isReady} onClick={importOnly}>
          {t('brief.drop.importOnly')}
        </Button>
        <Button
          disabled={!isReady || impossible.length > 0}
          loading={making.busy}
          onClick={() => void making.start()}
          data-autofocus
        >
          {t('brief.make')}
        </Button>
      </Group>
    </Stack>
  );
}

const isError = ({ severity }: Problem) => severity === 'error';

interface FixListProps {
  fixes: readonly Fix[];
  /** Indices of the fixes that the user has switched off. */
  off: readonly number[];
  onToggle: (index: number) => void;
}

function FixList({ fixes, off, onToggle }: FixListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (fixes.length === 0) return <Text size="sm">{t('brief.drop.noFixes')}</Text>;
  return (
    <Checkbox.Group
      label={t('brief.drop.fixes')}
      value={fixes.flatMap((_, index) => (off.includes(index) ? [] : String(index)))}
    >
      <Stack gap="xs" mt="xs">
        {fixes.map(({ code, count, remedy }, index) => (
          <Checkbox
            // biome-ignore lint/suspicious/noArrayIndexKey: the fixes of an examination never change places
            key={`${code} ${index}`}
            value={String(index)}
            onChange={() => onToggle(index)}
            label={`${t(`data.doctor.problems.${code}.title`)} · ${remedyText(t, format, remedy)} · ${t('data.doctor.rows', { count })}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
