import { Button, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/index.ts';
import { RatingConfig, TextTrainConfig } from '../../shared/domain/text-presets.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { TableExport } from '../components/TableExport.tsx';
import { useCall } from '../engine/use-call.ts';
import { useWorkspace } from '../engine/use-workspace.ts';
import { useSettingText } from '../training/setting-text.ts';
import { type Field, groups } from '../training/settings.ts';
import { presetDifference } from './preset-difference.ts';
import type { Run } from './run-facts.ts';

/** Settings of the encoder, which a run on ratings takes over from the run it starts from. */
const ENCODER_FIELDS: readonly Field[] = ['width', 'layers', 'heads', 'length', 'norm'];

/** Whether a setting applies to a run: to a run on texts, if its training reads it. */
function applies(field: Field, { kind, rating }: Pick<Run, 'kind' | 'rating'>): boolean {
  if (kind === 'behaviour') return true;
  if (!rating) return Object.hasOwn(TextTrainConfig.shape, field);
  return ENCODER_FIELDS.includes(field) || Object.hasOwn(RatingConfig.shape, field);
}

/** Settings of a run: those that differ from the closest preset, and all of them on demand. */
export function RunSettings({ run }: { run: Run }) {
  const { data, error } = useCall('train.run', { run: run.id });
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        {error ? <ErrorNotice error={error} /> : data ? <Settings detail={data} /> : <Skeleton height={240} />}
      </Stack>
    </Paper>
  );
}

function Settings({ detail }: { detail: Output<'train.run'> }) {
  const { t } = useTranslation();
  const [allShown, { toggle }] = useDisclosure(false);
  return (
    <>
      <Changes detail={detail} />
      <Button size="xs" variant="default" w="fit-content" onClick={toggle} aria-expanded={allShown}>
        {t(allShown ? 'runs.fewerSettings' : 'runs.allSettings')}
      </Button>
      {allShown && <AllSettings detail={detail} />}
    </>
  );
}

/** The settings that differ from the closest preset, with the values of both. */
function Changes({ detail }: { detail: Output<'train.run'> }) {
  const { t } = useTranslation();
  const text = useSettingText();
  const workspace = useWorkspace();
  if (!workspace) return null;
  const { preset, changes } = presetDifference(detail, workspace);
  const name = t(`training.${preset}`);
  return (
    <Stack gap="xs">
      <Group justify="space-between" maw={640}>
        <Title order={2}>{t('runs.changes.title', { preset: name })}</Title>
        {changes.length > 0 && (
          <TableExport
            label={t('runs.changes.title', { preset: name })}
            header={[t('runs.changes.setting'), name, t('runs.changes.here')]}
            rows={() =>
              changes.map(({ field, value }) => [
                t(`training.fields.${field}`),
                text(field, value),
                text(field, detail.config[field]),
              ])
            }
          />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t(changes.length === 0 ? 'runs.changes.none' : 'runs.changes.text', { preset: name })}
      </Text>
      {changes.length > 0 && (
        <Table verticalSpacing={4} maw={640} aria-label={t('runs.changes.title', { preset: name })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('runs.changes.setting')}</Table.Th>
              <Table.Th ta="right">{name}</Table.Th>
              <Table.Th ta="right">{t('runs.changes.here')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ field, value }) => (
              <Table.Tr key={field}>
                <Table.Td>{t(`training.fields.${field}`)}</Table.Td>
                <Table.Td ta="right">{text(field, value)}</Table.Td>
                <Table.Td ta="right">{text(field, detail.config[field])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function AllSettings({ detail: { run, config } }: { detail: Output<'train.run'> }) {
  const { t } = useTranslation();
  const text = useSettingText();
  const rows = Object.values(groups)
    .flat()
    .filter((field) => applies(field, run))
    .map((field) => [t(`training.fields.${field}`), text(field, config[field])] as const);
  return (
    <Group gap={0} align="flex-start" wrap="nowrap" maw={680}>
      <Table verticalSpacing={4} aria-label={t('runs.settings')}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <TableExport label={t('runs.settings')} header={[t('runs.changes.setting'), t('runs.value')]} rows={() => rows} />
    </Group>
  );
}
