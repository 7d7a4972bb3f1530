import i18next from 'i18next';
import { useEffect } from 'react';
import { notifyCreated, notifyFailed } from '../../base/notify.tsx';
import { hashOf, parseHash } from '../../base/route.ts';
import { useJobs } from '../../engine/jobs-store.ts';
import { endedBriefs } from './ended-briefs.ts';

/** Shows a notification with a link when a brief has finished or failed while another page is shown. */
export function useBriefNotice(): void {
  useEffect(
    () =>
      useJobs.subscribe(({ byId }, before) => {
        if (byId === before.byId || parseHash(location.hash)?.page === 'brief') return;
        for (const { state, error } of endedBriefs(before.byId, byId)) {
          const link = { label: i18next.t('brief.read'), href: hashOf('brief') };
          if (state === 'done') notifyCreated(i18next.t('brief.ended'), i18next.t('brief.endedText'), link);
          else notifyFailed(i18next.t('brief.failed'), error);
        }
      }),
    [],
  );
}
