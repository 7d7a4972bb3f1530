import { Paper, SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useFormat } from '../../base/format.ts';
import classes from './Templates.module.css';
import type { Template } from './templates.ts';
import { useTemplates } from './use-templates.ts';

interface TemplatesProps {
  workspace: WorkspaceInfo;
  onChoose: (template: Template, name: string) => void;
}

/** Rules to start from. */
export function Templates({ workspace, onChoose }: TemplatesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { list, actionsByKind, money } = useTemplates(workspace);
  const shown = (action: string | undefined) => action && format.action(action);
  const { view, cart, purchase } = actionsByKind;
  const names = { view: shown(view), cart: shown(cart), purchase: shown(purchase) };
  const values = { ...names, money: format.money(money ?? Number.NaN, 0) };
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('rules.templates.title')}
      </Title>
      <SimpleGrid type="container" cols={{ base: 1, '420px': 2, '620px': 3 }} spacing="sm">
        {list.map((template) => {
          const name = t(`rules.templates.${template.key}.name`);
          return (
            <UnstyledButton key={template.key} className={classes.template} onClick={() => onChoose(template, name)}>
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`rules.templates.${template.key}.text`, values)}
              </Text>
            </UnstyledButton>
          );
        })}
      </SimpleGrid>
    </Paper>
  );
}
