import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import './app/leave-details.ts';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Shell } from './app/Shell.tsx';
import { startTexts } from './base/i18n.ts';
import { theme } from './base/theme.ts';
import { stayConnected } from './engine/connection.ts';
import { queryClient } from './engine/query-client.ts';
import { RegionalSettings } from './engine/RegionalSettings.tsx';

const colours = localStorageColorSchemeManager({ key: 'portrait.colours' });

/** Whether to show the components in place of the window; they need no engine. */
const showsGallery = new URLSearchParams(location.search).has('gallery');
const Gallery = lazy(() => import('./gallery/Gallery.tsx'));

function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" />
        <Suspense>
          {showsGallery ? (
            <Gallery />
          ) : (
            <RegionalSettings>
              <Shell />
            </RegionalSettings>
          )}
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}

// Takes the session's token from the address before anything can change it, and connects while the texts are loaded.
if (!showsGallery) void stayConnected();
await startTexts();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
