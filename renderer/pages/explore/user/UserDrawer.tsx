import { ActionIcon, Anchor, CloseButton, Skeleton, Text, Title } from '@mantine/core';
import { type Icon, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../../base/route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import classes from '../explore.module.css';
import { LatestEvents } from './LatestEvents.tsx';
import { UserSummary } from './UserSummary.tsx';

interface UserDrawerProps {
  user: string;
  /** The previous and the next user of the selection; null at its ends. */
  previous: string | null;
  next: string | null;
  /** Position within the selection as text; null if unknown. */
  place: string | null;
  /** Colour of the user's cluster on the map. */
  colourOf: (cluster: number) => string | undefined;
  onOpen: (user: string) => void;
  onClose: () => void;
}

/**
 * Drawer with a user's summary, latest events and a link to the full profile. Takes the focus when it opens, and
 * returns it when it closes.
 */
export function UserDrawer({ user, previous, next, place, colourOf, onOpen, onClose }: UserDrawerProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error } = useCall('profile.user', { user }, { keepPrevious: true });
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => returnFocus(opener);
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside className={classes.drawer} aria-label={t('explore.drawer', { user })} onKeyDown={closeOnEscape}>
      <header className={classes.drawerHeader}>
        <Title order={2} ref={heading} tabIndex={-1} flex={1} miw={0} lineClamp={1} style={{ outline: 'none' }}>
          {user}
        </Title>
        {place !== null && (
          <Text size="xs" c="dimmed" flex="none">
            {place}
          </Text>
        )}
        <Step label={t('explore.previous')} icon={IconChevronLeft} user={previous} onOpen={onOpen} />
        <Step label={t('explore.next')} icon={IconChevronRight} user={next} onOpen={onOpen} />
        <CloseButton aria-label={t('terms.close')} onClick={onClose} />
      </header>
      <div className={classes.drawerBody}>
        {error ? (
          <ErrorNotice error={error} />
        ) : data ? (
          <>
            <UserSummary data={data} colourOf={colourOf} />
            <LatestEvents user={user} />
            <Anchor size="sm" fw={500} href={hashOf('users', user)} display="inline-block" py={6}>
              {t('explore.wholePortrait')}
            </Anchor>
          </>
        ) : (
          <Skeleton height={320} />
        )}
      </div>
    </aside>
  );
}

interface StepProps {
  label: string;
  icon: Icon;
  /** The user to open; null for none. */
  user: string | null;
  onOpen: (user: string) => void;
}

/** Button to the previous or next user. Stays focusable at the ends, so that the focus is not lost. */
function Step({ label, icon: StepIcon, user, onOpen }: StepProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      aria-disabled={user === null}
      data-disabled={user === null}
      onClick={() => user !== null && onOpen(user)}
    >
      <StepIcon size={18} />
    </ActionIcon>
  );
}

function returnFocus(opener: Element | null): void {
  const target = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : null;
  (target ?? document.querySelector<HTMLElement>('#main canvas'))?.focus();
}
