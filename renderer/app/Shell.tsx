import { AppShell, Box, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../base/use-route.ts';
import { useShortcut } from '../base/use-shortcut.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { reconnectNow, useConnection } from '../engine/connection.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { CurrentPage } from './CurrentPage.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { DropOverlay } from './drop/DropOverlay.tsx';
import { DropSheet } from './drop/DropSheet.tsx';
import { EngineLost } from './EngineLost.tsx';
import { useBriefNotice } from './jobs/use-brief-notice.ts';
import { SideBar } from './SideBar.tsx';
import { useBackendMeasurement } from './use-backend-measurement.ts';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useIsOpenPage } from './use-open-page.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSideBar } from './use-side-bar.ts';
import { Waiting } from './Waiting.tsx';

/** The window: the side bar, and the page named in the address. */
export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  const announcement = useHeadingFocus();
  const { collapsed, toggle } = useSideBar();
  useShortcut('sideBar', toggle);
  useShortcuts();
  useBackendMeasurement();
  useBriefNotice();
  const { client, lost, attempts } = useConnection();
  const isOpenPage = useIsOpenPage(route);
  return (
    <AppShell navbar={{ width: collapsed ? 56 : 220, breakpoint: 0 }} layout="alt" padding={0}>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <DropOverlay />
      <DropSheet />
      <Dialogs />
      <VisuallyHidden aria-live="polite">{announcement}</VisuallyHidden>
      <AppShell.Navbar>
        <SideBar page={route?.page ?? null} collapsed={collapsed} onToggle={toggle} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {!client && lost && isOpenPage && <ConnectionBanner />}
        {client || (lost && isOpenPage) ? (
          <CurrentPage route={route} />
        ) : lost ? (
          <EngineLost />
        ) : attempts < 3 ? (
          <Waiting text={t('app.connecting')} />
        ) : (
          <Box p="xl">
            <ErrorNotice
              error={{ message: t('app.cannotConnect'), hint: t('app.cannotConnectHint') }}
              onRetry={reconnectNow}
            />
          </Box>
        )}
      </AppShell.Main>
    </AppShell>
  );
}
