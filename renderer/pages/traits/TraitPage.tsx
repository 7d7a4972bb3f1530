import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TraitSummary } from '../../../shared/contract/traits.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { traitDeletion } from '../../traits/trait-changes.ts';
import { RenameTrait } from './RenameTrait.tsx';
import { TraitForm } from './TraitForm.tsx';
import type { TraitDraft } from './trait-draft.ts';

interface TraitPageProps {
  workspace: WorkspaceInfo;
  name: string;
}

/** One trait: its formula, which can be changed, with the values; it can be renamed and deleted. */
export function TraitPage({ workspace, name }: TraitPageProps) {
  const { t } = useTranslation();
  const { data, error } = useCall('traits.list', {});
  const trait = data?.traits.find((one) => one.name === name);
  if (data && !trait) return <NotFound name={name} to="traits" label={t('traits.all')} />;
  return (
    <Page
      title={name}
      description={trait?.description}
      actions={
        <>
          <BackButton to="traits" label={t('traits.all')} />
          {trait && <Actions trait={trait} />}
        </>
      }
    >
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : trait ? (
        <Editor workspace={workspace} trait={trait} />
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  );
}

function Editor({ workspace, trait }: { workspace: WorkspaceInfo; trait: TraitSummary }) {
  const saved = draftOf(trait);
  const [{ of, draft }, setState] = useState({ of: saved, draft: saved });
  // After it is saved or undone, the fields show the trait as it is stored.
  if (JSON.stringify(of) !== JSON.stringify(saved)) setState({ of: saved, draft: saved });
  return (
    <TraitForm
      workspace={workspace}
      draft={draft}
      edited={trait.name}
      onChange={(next) => setState({ of, draft: next })}
      onSaved={() => {}}
    />
  );
}

function draftOf({ name, formula, unit, description }: TraitSummary): TraitDraft {
  return { name, formula, unit, description };
}

function Actions({ trait: { name, segments, traits } }: { trait: TraitSummary }) {
  const { t } = useTranslation();
  const [renaming, rename] = useDisclosure(false);
  const [deleting, { open, close }] = useDisclosure(false);
  const deletion = traitDeletion(name);
  const uses = [...segments, ...traits].join(', ');
  return (
    <>
      <Button variant="default" onClick={rename.open} leftSection={<IconPencil size={16} aria-hidden />}>
        {t('traits.rename')}
      </Button>
      <Button variant="default" onClick={open} leftSection={<IconTrash size={16} aria-hidden />}>
        {t('terms.delete')}
      </Button>
      {renaming && <RenameTrait name={name} onClose={rename.close} />}
      <ConfirmDelete
        opened={deleting}
        onClose={close}
        name={name}
        texts={{
          title: t('traits.deleteTitle'),
          text: t(uses === '' ? 'traits.deleteText' : 'traits.deleteUsed', { name, uses }),
          done: t('traits.deleted'),
        }}
        remove={deletion.redo}
        restore={deletion.undo}
        backTo="traits"
      />
    </>
  );
}
