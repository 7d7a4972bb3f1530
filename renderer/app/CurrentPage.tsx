import { Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Route } from '../base/route.ts';
import { NotFound } from '../components/NotFound.tsx';
import { reportFailure } from '../engine/report-failure.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PageFailed } from './PageFailed.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { pageComponents } from './pages.ts';

/** Pages that take longer than a frame to render: their placeholder is drawn first, and then they are rendered in slices. */
const LARGE_PAGES: readonly Page[] = ['explore'];

/** The page of a route; a "Not found" page if the route is null. */
export function CurrentPage({ route }: { route: Route | null }) {
  const { t } = useTranslation();
  const renderedPage = useDeferredValue(route?.page);
  if (route === null) return <NotFound to="home" label={t('app.toHome')} />;
  const PageComponent = pageComponents[route.page];
  return (
    <ErrorBoundary
      resetKey={location.hash}
      fallback={<PageFailed />}
      onError={(error, componentStack) => reportFailure(route.page, error, componentStack)}
    >
      {LARGE_PAGES.includes(route.page) && renderedPage !== route.page ? (
        <PageSkeleton />
      ) : (
        <Suspense fallback={<PageSkeleton />}>
          <PageComponent route={route} />
        </Suspense>
      )}
    </ErrorBoundary>
  );
}
