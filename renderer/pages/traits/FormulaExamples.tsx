import { Code, Paper, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { formulaExamples } from './formula-examples.ts';
import classes from './traits.module.css';

interface FormulaExamplesProps {
  workspace: WorkspaceInfo;
  onInsert: (formula: string) => void;
}

/** Formulas that can be inserted. */
export function FormulaExamples({ workspace, onInsert }: FormulaExamplesProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('traits.examples')}>
      <Title order={2}>{t('traits.examples')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('traits.examplesHelp')}
      </Text>
      <div className={classes.examples}>
        {formulaExamples(workspace).map(([name, formula]) => (
          <UnstyledButton key={name} className={classes.example} onClick={() => onInsert(formula)}>
            <Text size="sm" fw={500}>
              {t(`traits.exampleNames.${name}`)}
            </Text>
            <Code>{formula}</Code>
          </UnstyledButton>
        ))}
      </div>
    </Paper>
  );
}
