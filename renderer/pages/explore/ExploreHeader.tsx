import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { usePageTitle } from '../../components/use-page-title.ts';
import type { Conjunction } from '../../rules/conjunction.ts';
import type { RuleNames } from '../../rules/use-rule-editor.ts';
import { useRuleText } from '../../rules/use-rule-text.ts';
import { AddCondition } from './AddCondition.tsx';
import { EditRule } from './EditRule.tsx';
import classes from './explore.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import type { Selection } from './use-selection.ts';

// Loaded when the dialog is opened.
const SaveSelection = lazy(async () => ({ default: (await import('./SaveSelection.tsx')).SaveSelection }));

interface ExploreHeaderProps {
  selection: Selection;
  names: RuleNames;
  map: string | null;
  menu: ReactNode;
  onSelect: (conditions: Conjunction) => void;
}

/** Header of the page: the selection as a sentence, its size, and its actions. */
export function ExploreHeader({ selection, names, map, menu, onSelect }: ExploreHeaderProps) {
  const { t } = useTranslation();
  usePageTitle(t('app.explore'));
  const [editing, editor] = useDisclosure(false);
  const [saving, saveDialog] = useDisclosure(false);
  const describe = useRuleText(map);
  const { conditions, rule, answer, text, error } = selection;
  const size = useSizeText(selection);
  return (
    <header className={classes.header}>
      <Title order={1}>{t('app.explore')}</Title>
      <SelectionBar conditions={conditions} map={map} onChange={onSelect} />
      <Text size="sm" fw={600} role="status" aria-busy={selection.busy} opacity={selection.busy ? 0.6 : 1}>
        {size}
      </Text>
      <div className={classes.actions}>
        <AddCondition conditions={conditions} onChange={onSelect} onEdit={editor.open} />
        {text !== null && (
          <Button variant="default" size="sm" onClick={() => onSelect([])}>
            {t('explore.clear')}
          </Button>
        )}
        {rule !== null && (
          <Button
            size="sm"
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            disabled={error !== null || !answer || answer.size === 0}
            onClick={saveDialog.open}
          >
            {t('segments.save')}
          </Button>
        )}
        {menu}
      </div>
      <EditRule
        opened={editing}
        text={text}
        names={names}
        onApply={(next) => onSelect(next === null ? [] : [next])}
        onClose={editor.close}
      />
      {saving && rule !== null && (
        <Suspense>
          <SaveSelection rule={rule} words={describe(rule)} size={size} onClose={saveDialog.close} />
        </Suspense>
      )}
    </header>
  );
}

/** Returns the number of selected users and their share of all users; an empty string while unknown. */
function useSizeText({ answer, error, rule }: Selection): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (!answer || error !== null) return '';
  const users = t('terms.users', { count: answer.size });
  if (rule === null) return users;
  return t('explore.sizeOf', { users, share: format.percent(answer.size / Math.max(1, answer.users)) });
}
