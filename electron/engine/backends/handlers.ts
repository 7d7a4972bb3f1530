import type { Handlers } from '../handlers.ts';

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
} satisfies Partial<Handlers>;
