import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconLink, IconMap2, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { notifyDone, notifyError } from '../../../base/notify.tsx';
import { hashOf, type Route } from '../../../base/route.ts';
import { copyText } from '../../../components/copy-text.ts';

interface PortraitActionsProps {
  data: Output<'profile.user'>;
  route: Route;
}

/** Links to the previous and the next user and to the map, and buttons that print the portrait and copy its link. */
export function PortraitActions({ data, route }: PortraitActionsProps) {
  const { t } = useTranslation();
  const copyLink = () =>
    copyText(window.location.href).then(() => notifyDone(t('users.copied'), data.user), notifyError);
  return (
    <>
      <Beside user={data.previous} label={t('users.previous')} route={route} side="left" />
      <Beside user={data.next} label={t('users.next')} route={route} side="right" />
      {data.cluster && (
        <Button
          component="a"
          href={hashOf('explore', data.cluster.map, { user: data.user })}
          variant="default"
          leftSection={<IconMap2 size={16} aria-hidden />}
        >
          {t('users.onMap')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconLink size={16} aria-hidden />} onClick={copyLink}>
        {t('users.copyLink')}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('users.print')}
      </Button>
    </>
  );
}

interface BesideProps {
  /** Null if there is none. */
  user: string | null;
  label: string;
  route: Route;
  side: 'left' | 'right';
}

/** Link to the previous or next user, on the current tab. */
function Beside({ user, label, route, side }: BesideProps) {
  if (user === null) return null;
  const icon = side === 'left' ? <IconChevronLeft size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />;
  const { tab } = route.query;
  return (
    <Button
      component="a"
      href={hashOf('users', user, tab === undefined ? {} : { tab })}
      variant="default"
      title={user}
      {...(side === 'left' ? { leftSection: icon } : { rightSection: icon })}
    >
      {label}
    </Button>
  );
}
