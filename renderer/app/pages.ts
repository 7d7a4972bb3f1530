import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Page, PageProps } from '../base/route.ts';

type Component = LazyExoticComponent<ComponentType<PageProps>>;

/** The default export of each page, loaded when it is first shown. */
export const pageComponents: Record<Page, Component> = {
  home: lazy(() => import('../pages/home/index.tsx')),
  customers: lazy(() => import('../pages/customers/index.tsx')),
  brief: lazy(() => import('../pages/brief/index.tsx')),
  explore: lazy(() => import('../pages/explore/index.tsx')),
  users: lazy(() => import('../pages/users/index.tsx')),
  segments: lazy(() => import('../pages/segments/index.tsx')),
  traits: lazy(() => import('../pages/traits/index.tsx')),
  predictions: lazy(() => import('../pages/predictions/index.tsx')),
  data: lazy(() => import('../pages/data/index.tsx')),
  models: lazy(() => import('../pages/model/index.tsx')),
  texts: lazy(() => import('../pages/texts/index.tsx')),
  jobs: lazy(() => import('../pages/jobs/index.tsx')),
  settings: lazy(() => import('../pages/settings/index.tsx')),
  workspaces: lazy(() => import('../pages/workspaces/index.tsx')),
};
