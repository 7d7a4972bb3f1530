import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../base/route.ts';
import { NoData } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useWorkspace } from '../../engine/use-workspace.ts';

// Loaded when they are shown, because a visit shows only one of them.
const SegmentList = lazy(async () => ({ default: (await import('./SegmentList.tsx')).SegmentList }));
const NewSegment = lazy(async () => ({ default: (await import('./NewSegment.tsx')).NewSegment }));
const SegmentPage = lazy(async () => ({ default: (await import('./SegmentPage.tsx')).SegmentPage }));

/** The segment list, one segment, or a new one: `#/segments`, `#/segments/NAME`, `#/segments?new=rule`. */
export default function SegmentsPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (!workspace || workspace.events === 0) {
    return (
      <Page title={t('segments.title')} description={t('segments.description')}>
        <NoData workspace={workspace} />
      </Page>
    );
  }
  if (route.id !== null) return <SegmentPage key={route.id} name={route.id} />;
  if (route.query.new !== undefined) return <NewSegment workspace={workspace} initialRule={route.query.rule} />;
  return <SegmentList users={workspace.users} />;
}
