import { Button, Paper, Stack } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { Page } from '../../components/Page.tsx';
import { RuleEditor } from '../../rules/RuleEditor.tsx';
import { useRuleEditor } from '../../rules/use-rule-editor.ts';
import { SaveSegment } from '../../segments/SaveSegment.tsx';
import classes from './NewSegment.module.css';
import { RulePreview } from './RulePreview.tsx';
import { useSegmentDraft } from './segment-drafts.ts';
import { Templates } from './Templates.tsx';
import { useRulePreview } from './use-rule-preview.ts';

interface NewSegmentProps {
  workspace: WorkspaceInfo;
  /** Initial text of the rule. */
  initialRule?: string | undefined;
}

/**
 * Page for creating a segment by a rule: templates, rule editor and preview. What is entered stays when the page is left,
 * until it is saved or cleared.
 */
export function NewSegment({ workspace, initialRule }: NewSegmentProps) {
  const { t } = useTranslation();
  const names = useMemo(
    () => ({ actions: [...workspace.actions.keys()], attributes: workspace.attributes.map(({ name }) => name) }),
    [workspace],
  );
  const { draft, update, clear } = useSegmentDraft(workspace.path);
  const editor = useRuleEditor(names, draft, update);
  const preview = useRulePreview(editor.rule);
  const { setText } = editor;
  useEffect(() => {
    if (initialRule === undefined || initialRule === draft.linkedRule) return;
    setText(initialRule);
    update(() => ({ linkedRule: initialRule }));
  }, [initialRule, draft.linkedRule, setText, update]);
  // Once the draft is saved or cleared, the same link opens its rule again.
  useEffect(() => () => update(({ text }) => (text === '' ? { linkedRule: undefined } : {})), [update]);
  const isEmpty = draft.text === '' && draft.name === '' && draft.draft.children.length === 0;
  return (
    <Page
      title={t('segments.newTitle')}
      description={t('segments.newDescription')}
      actions={
        <>
          <BackButton to="segments" label={t('segments.notFoundBack')} />
          <Button variant="default" disabled={isEmpty} onClick={clear}>
            {t('segments.clear')}
          </Button>
        </>
      }
    >
      <div className={classes.layout}>
        <Stack gap="lg">
          <Templates
            workspace={workspace}
            onChoose={({ rule }, name) => {
              editor.setRule(rule);
              update(({ text }) => ({ name, namedRule: text }));
            }}
          />
          <RuleEditor editor={editor} names={names} />
        </Stack>
        <Stack gap="lg">
          <RulePreview preview={preview} />
          <Paper withBorder p="md">
            <SaveSegment
              definition={editor.rule && preview.error === null ? { rule: editor.rule } : null}
              name={draft.name}
              onName={(name) => update(() => ({ name, namedRule: null }))}
              onSaved={clear}
            />
          </Paper>
        </Stack>
      </div>
    </Page>
  );
}
