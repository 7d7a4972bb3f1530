import { useTranslation } from 'react-i18next';
import type { SegmentSummary } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { Panel } from './Panel.tsx';
import { RowFact, RowLink } from './RowText.tsx';

/** The segments with their sizes, the largest first. */
export function Segments({ segments, users }: { segments: readonly SegmentSummary[]; users: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('app.segments')}
      href={hashOf('segments')}
      all={t('home.allSegments')}
      empty={t('home.noSegments')}
      rows={segments.toSorted((a, b) => b.size - a.size)}
      rowKey={({ id }) => id}
    >
      {({ name, size }) => (
        <>
          <RowLink href={hashOf('segments', name)} name={name} />
          <RowFact text={t('terms.users', { count: size })} />
          <RowFact text={format.percent(size / Math.max(1, users))} />
        </>
      )}
    </Panel>
  );
}
