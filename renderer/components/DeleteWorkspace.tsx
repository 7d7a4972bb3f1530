import { useTranslation } from 'react-i18next';
import type { WorkspaceOverview } from '../../shared/contract/workspace.ts';
import { deleteWorkspace } from '../engine/use-workspace.ts';
import { ConfirmDelete } from './ConfirmDelete.tsx';
import { useContentsText } from './use-contents-text.ts';

interface DeleteWorkspaceProps {
  workspace: Pick<WorkspaceOverview, 'name' | 'path' | 'figures'>;
  opened: boolean;
  onClose: () => void;
}

/** Dialog that confirms the deletion of a workspace and describes its contents. */
export function DeleteWorkspace({ workspace: { name, path, figures }, opened, onClose }: DeleteWorkspaceProps) {
  const { t } = useTranslation();
  const contents = useContentsText();
  const text = [
    figures ? t('workspaces.deleteSize', { contents: contents(figures) }) : '',
    t('workspaces.deleteText', { path }),
  ];
  return (
    <ConfirmDelete
      opened={opened}
      onClose={onClose}
      name={name}
      texts={{
        title: t('workspaces.deleteTitle', { name }),
        text: text.join(' ').trim(),
        done: t('workspaces.deleted'),
      }}
      remove={() => deleteWorkspace(path)}
      backTo="workspaces"
    />
  );
}
