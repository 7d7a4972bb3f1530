import { Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAX_RULE_LENGTH } from '../../shared/domain/rule.ts';
import { messageOf } from '../base/message-of.ts';
import { ErrorPlace } from './ErrorPlace.tsx';
import { GroupEditor } from './GroupEditor.tsx';
import type { RuleEditorState, RuleNames } from './use-rule-editor.ts';

interface RuleEditorProps {
  editor: RuleEditorState;
  names: RuleNames;
}

/** A rule as a tree of conditions, with the equivalent text below. */
export function RuleEditor({ editor, names }: RuleEditorProps) {
  const { t } = useTranslation();
  const { draft, text, textError, rule, setDraft, setText } = editor;
  const textProblem = textError === null ? null : messageOf(textError, t);
  const empty = draft.children.length === 0;
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Title order={2}>{t('rules.groups')}</Title>
        <GroupEditor group={draft} names={names} onChange={(group) => group && setDraft(group)} />
        {empty && (
          <Text size="sm" c="dimmed">
            {t('rules.empty')}
          </Text>
        )}
        {!empty && !rule && !textProblem && (
          <Text size="sm" role="status">
            {t('rules.incomplete')}
          </Text>
        )}
        <Textarea
          label={t('rules.asText')}
          description={t('rules.textHelp')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={textProblem && `${textProblem.message} ${textProblem.hint} ${empty ? '' : t('rules.textWrong')}`}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={MAX_RULE_LENGTH}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        {textError !== null && <ErrorPlace text={text} error={textError} />}
      </Stack>
    </Paper>
  );
}
