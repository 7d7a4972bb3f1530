import { AppShell, Box, Center, Loader, Stack, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../base/use-route.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { useConnection } from '../engine/connection.ts';
import { reportFailure } from '../engine/report-failure.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PageFailed } from './PageFailed.tsx';
import { pageComponents } from './pages.ts';
import { SideBar } from './SideBar.tsx';

/** The window: the side bar, and the page named in the address. */
export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  const CurrentPage = pageComponents[route.page];
  const { client, lost, attempts } = useConnection();
  return (
    <AppShell navbar={{ width: 244, breakpoint: 0 }} layout="alt" padding={0}>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <DropOverlay />
      <AppShell.Navbar p="md">
        <SideBar />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <ConnectionBanner />
        {client || lost ? (
          <ErrorBoundary
            resetKey={location.hash}
            fallback={<PageFailed />}
            onError={(error, componentStack) => reportFailure(route.page, error, componentStack)}
          >
            <Suspense fallback={<Waiting text={t('terms.loading')} />}>
              <CurrentPage route={route} />
            </Suspense>
          </ErrorBoundary>
        ) : attempts < 3 ? (
          <Waiting text={t('app.connecting')} />
        ) : (
          <Box p="xl">
            <ErrorNotice error={{ message: t('app.cannotConnect'), hint: t('app.cannotConnectHint') }} />
          </Box>
        )}
      </AppShell.Main>
    </AppShell>
  );
}

function Waiting({ text }: { text: string }) {
  return (
    <Center h="60vh">
      <Stack align="center" gap="sm" role="status">
        <Loader />
        <Text c="dimmed">{text}</Text>
      </Stack>
    </Center>
  );
}
