import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { navigate } from '../../base/use-route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { Page } from '../../components/Page.tsx';
import { TraitForm } from './TraitForm.tsx';
import { EMPTY_DRAFT, useNewTraitDraft } from './trait-draft.ts';

/** Page that defines a trait. What is entered stays when the page is left, until it is saved or cleared. */
export function NewTrait({ workspace }: { workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useNewTraitDraft(workspace.path);
  const isEmpty = Object.values(draft).every((text) => text === '');
  return (
    <Page
      title={t('traits.newTitle')}
      description={t('traits.newDescription')}
      actions={
        <>
          <BackButton to="traits" label={t('traits.all')} />
          <Button variant="default" disabled={isEmpty} onClick={() => setDraft(EMPTY_DRAFT)}>
            {t('traits.clear')}
          </Button>
        </>
      }
    >
      <TraitForm
        workspace={workspace}
        draft={draft}
        onChange={setDraft}
        onSaved={(name) => {
          setDraft(EMPTY_DRAFT);
          navigate('traits', name);
        }}
      />
    </Page>
  );
}
