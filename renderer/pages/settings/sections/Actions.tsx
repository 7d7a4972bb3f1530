import { useTranslation } from 'react-i18next';
import type { ActionSetting } from '../../../../shared/domain/action-settings.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { perform } from '../../../engine/undo-stack.ts';
import { useAction } from '../../../engine/use-action.ts';
import { call } from '../../../engine/use-call.ts';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import { ActionKindSelect } from '../actions/ActionKindSelect.tsx';
import { ActionNameInput } from '../actions/ActionNameInput.tsx';
import { Section } from '../Section.tsx';

const NOT_CHOSEN: ActionSetting = { kind: null, en: null, zh: null };

/** Kinds and names of the actions of the open workspace; renders nothing without events. */
export function Actions() {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const change = useAction((action: string, changes: Partial<ActionSetting>) => {
    const before = new Map(workspace?.actionSettings);
    const after = new Map(before).set(action, { ...(before.get(action) ?? NOT_CHOSEN), ...changes });
    const save = (settings: Map<string, ActionSetting>) => call('workspace.changeActions', { settings });
    const label = t('settings.actions.changed', { action });
    return perform({ label, redo: () => save(after), undo: () => save(before) });
  });
  if (!workspace || workspace.actions.size === 0) return null;
  const rows = Array.from(workspace.actions, ([action, events]) => ({
    ...{ action, events },
    setting: workspace.actionSettings.get(action) ?? NOT_CHOSEN,
  }));
  return (
    <Section title={t('settings.actions.title')} text={t('settings.actions.text')}>
      <DataTable
        label={t('settings.actions.title')}
        rows={rows}
        rowKey={({ action }) => action}
        pageSize={20}
        columns={[
          { key: 'action', header: t('settings.actions.action'), cell: ({ action }) => action },
          {
            key: 'events',
            header: t('settings.actions.events'),
            cell: ({ events }) => format.number(events),
            numeric: true,
          },
          {
            key: 'kind',
            header: t('settings.actions.kind'),
            cell: ({ action, setting }) => (
              <ActionKindSelect
                action={action}
                kind={setting.kind}
                disabled={change.busy}
                onChange={(kind) => void change.start(action, { kind })}
              />
            ),
            exported: ({ setting }) => setting.kind ?? '',
            width: 200,
          },
          ...(['en', 'zh'] as const).map((language) => ({
            key: language,
            header: t(`settings.actions.${language}`),
            cell: ({ action, setting }: (typeof rows)[number]) => (
              <ActionNameInput
                key={setting[language]}
                label={`${action}: ${t(`settings.actions.${language}`)}`}
                name={setting[language]}
                placeholder={action}
                disabled={change.busy}
                onChange={(name) => void change.start(action, { [language]: name })}
              />
            ),
            exported: ({ setting }: (typeof rows)[number]) => setting[language] ?? '',
            width: 160,
          })),
        ]}
      />
      {change.error !== null && <ErrorNotice error={change.error} />}
    </Section>
  );
}
