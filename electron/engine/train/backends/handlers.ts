import type { Handlers } from '../../handlers.ts';

export const backendHandlers = {
  'backends.list': (_input, { backends }) => backends.list(),
  'backends.use': ({ backend }, context) => {
    context.backends.use(backend);
    context.changed();
    return {};
  },
  'backends.measure': async (_input, context) => {
    const measured = context.backends.measure();
    context.changed();
    await measured;
    context.changed();
    return {};
  },
} satisfies Partial<Handlers>;
