import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NewWorkspace } from '../../components/NewWorkspace.tsx';
import { OpenFolder } from '../../components/OpenFolder.tsx';
import { Page } from '../../components/Page.tsx';
import { WorkspaceList } from '../../components/WorkspaceList.tsx';

/** Page that lists, opens, creates, renames and deletes workspaces. */
export default function WorkspacesPage() {
  const { t } = useTranslation();
  const [creating, { open, close }] = useDisclosure(false);
  return (
    <Page
      title={t('workspaces.title')}
      description={t('workspaces.description')}
      actions={
        <Button onClick={open} leftSection={<IconPlus size={16} aria-hidden />}>
          {t('terms.newWorkspace')}
        </Button>
      }
    >
      <WorkspaceList />
      <OpenFolder />
      <NewWorkspace opened={creating} onClose={close} />
    </Page>
  );
}
