import { Group, Paper, Stack } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { Page } from '../../components/Page.tsx';
import { RuleEditor } from '../../rules/RuleEditor.tsx';
import { useRuleEditor } from '../../rules/use-rule-editor.ts';
import { SaveSegment } from '../../segments/SaveSegment.tsx';
import { RulePreview } from './RulePreview.tsx';
import { Templates } from './Templates.tsx';

interface NewSegmentProps {
  workspace: WorkspaceInfo;
  /** The text of a rule to begin with. */
  from?: string | undefined;
}

/** A segment by a rule: templates, conditions, text, and who that would be. */
export function NewSegment({ workspace, from }: NewSegmentProps) {
  const { t } = useTranslation();
  const names = useMemo(
    () => ({ actions: Object.keys(workspace.actions), attributes: workspace.attributes.map(({ name }) => name) }),
    [workspace],
  );
  const editing = useRuleEditor(names);
  const [suggestion, setSuggestion] = useState('');
  const { setText } = editing;
  useEffect(() => {
    if (from !== undefined) setText(from);
  }, [from, setText]);
  return (
    <Page
      title={t('segments.newTitle')}
      description={t('segments.newDescription')}
      actions={<BackButton to="segments" label={t('segments.notFoundBack')} />}
    >
      <Group align="flex-start" gap="lg" wrap="nowrap">
        <Stack gap="lg" flex={1} miw={0}>
          <Templates
            workspace={workspace}
            onChoose={({ rule }, name) => {
              editing.setRule(rule);
              setSuggestion(name);
            }}
          />
          <RuleEditor editing={editing} names={names} />
        </Stack>
        <Stack gap="lg" w={340} flex="none">
          <RulePreview rule={editing.rule} />
          <Paper withBorder p="md">
            <SaveSegment key={suggestion} definition={editing.rule && { rule: editing.rule }} suggestion={suggestion} />
          </Paper>
        </Stack>
      </Group>
    </Page>
  );
}
