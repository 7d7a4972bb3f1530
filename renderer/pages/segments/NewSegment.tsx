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
  /** Initial text of the rule. */
  initialRule?: string | undefined;
}

/** Page for creating a segment by a rule: templates, rule editor and preview. */
export function NewSegment({ workspace, initialRule }: NewSegmentProps) {
  const { t } = useTranslation();
  const names = useMemo(
    () => ({ actions: [...workspace.actions.keys()], attributes: workspace.attributes.map(({ name }) => name) }),
    [workspace],
  );
  const editor = useRuleEditor(names);
  const [suggestion, setSuggestion] = useState('');
  const { setText } = editor;
  useEffect(() => {
    if (initialRule !== undefined) setText(initialRule);
  }, [initialRule, setText]);
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
              editor.setRule(rule);
              setSuggestion(name);
            }}
          />
          <RuleEditor editor={editor} names={names} />
        </Stack>
        <Stack gap="lg" w={340} flex="none">
          <RulePreview rule={editor.rule} />
          <Paper withBorder p="md">
            <SaveSegment key={suggestion} definition={editor.rule && { rule: editor.rule }} suggestion={suggestion} />
          </Paper>
        </Stack>
      </Group>
    </Page>
  );
}
