import { Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../components/message-of.ts';
import { GroupEditor } from './GroupEditor.tsx';
import type { RuleEditing, RuleNames } from './use-rule-editor.ts';

interface RuleEditorProps {
  editing: RuleEditing;
  names: RuleNames;
}

/** A rule as conditions in groups, and beneath them the same rule as text. */
export function RuleEditor({ editing, names }: RuleEditorProps) {
  const { t } = useTranslation();
  const { draft, text, textError, rule, setDraft, setText } = editing;
  const wrong = textError === null ? null : messageOf(textError, t);
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
        {!empty && !rule && !wrong && (
          <Text size="sm" role="status">
            {t('rules.incomplete')}
          </Text>
        )}
        <Textarea
          label={t('rules.asText')}
          description={t('rules.textHelp')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={wrong && `${wrong.message} ${wrong.hint} ${empty ? '' : t('rules.textWrong')}`}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={20_000}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      </Stack>
    </Paper>
  );
}
