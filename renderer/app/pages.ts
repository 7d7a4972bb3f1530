import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Page, PageProps } from '../base/route.ts';

type Component = LazyExoticComponent<ComponentType<PageProps>>;

/** The default export of each page, loaded when it is first shown. */
export const pageComponents: Record<Page, Component> = {
  data: lazy(() => import('../pages/data/index.tsx')),
  model: lazy(() => import('../pages/model/index.tsx')),
  predictions: lazy(() => import('../pages/predictions/index.tsx')),
  texts: lazy(() => import('../pages/texts/index.tsx')),
  map: lazy(() => import('../pages/map/index.tsx')),
  users: lazy(() => import('../pages/users/index.tsx')),
  segments: lazy(() => import('../pages/segments/index.tsx')),
  jobs: lazy(() => import('../pages/jobs/index.tsx')),
};
