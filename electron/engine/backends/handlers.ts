import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import type { BackendsContext } from './machine-backends.ts';

export const backendHandlers = {
  'backends.list': (_input, { backends }) => backends.list(),
  'backends.use': ({ backend }, context) => {
    context.backends.use(backend);
    context.changed();
    return {};
  },
  'backends.measure': async (_input, context) => {
    await context.backends.measure(() => context.changed());
    return {};
  },
} satisfies Partial<Handlers<WorkspaceContext & BackendsContext>>;
