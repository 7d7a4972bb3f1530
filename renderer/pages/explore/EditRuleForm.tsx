import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { RuleEditor } from '../../rules/RuleEditor.tsx';
import { emptyRuleDraft, type RuleNames, useRuleEditor } from '../../rules/use-rule-editor.ts';

export interface EditRuleFormProps {
  /** Initial text of the rule; null for none. */
  text: string | null;
  names: RuleNames;
  onApply: (rule: Rule | null) => void;
  onClose: () => void;
}

/** Rule editor with a button that applies the rule to the selection. */
export function EditRuleForm({ text, names, onApply, onClose }: EditRuleFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(emptyRuleDraft);
  const editor = useRuleEditor(names, draft, setDraft);
  const { setText } = editor;
  useEffect(() => setText(text ?? ''), [setText, text]);
  const isEmpty = editor.text.trim() === '' && editor.draft.children.length === 0;
  const apply = () => {
    onApply(editor.rule);
    onClose();
  };
  return (
    <Stack gap="md">
      <RuleEditor editor={editor} names={names} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('terms.cancel')}
        </Button>
        <Button disabled={!isEmpty && editor.rule === null} onClick={apply}>
          {t('explore.apply')}
        </Button>
      </Group>
    </Stack>
  );
}
