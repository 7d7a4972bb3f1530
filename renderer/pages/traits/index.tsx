import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../base/route.ts';
import { NoData } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useWorkspace } from '../../engine/use-workspace.ts';

// Loaded when they are shown, because a visit shows only one of them.
const TraitList = lazy(async () => ({ default: (await import('./TraitList.tsx')).TraitList }));
const NewTrait = lazy(async () => ({ default: (await import('./NewTrait.tsx')).NewTrait }));
const TraitPage = lazy(async () => ({ default: (await import('./TraitPage.tsx')).TraitPage }));

/** The computed traits, one of them, or a new one: `#/traits`, `#/traits/NAME`, `#/traits?new=1`. */
export default function TraitsPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (!workspace || workspace.events === 0) {
    return (
      <Page title={t('traits.title')} description={t('traits.description')}>
        <NoData workspace={workspace} />
      </Page>
    );
  }
  if (route.id !== null) return <TraitPage key={route.id} workspace={workspace} name={route.id} />;
  if (route.query.new !== undefined) return <NewTrait workspace={workspace} />;
  return <TraitList />;
}
