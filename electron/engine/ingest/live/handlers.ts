import type { Handlers } from '../../../../shared/contract/handlers.ts';
import type { LiveContext } from './live-events.ts';

interface Context extends LiveContext {
  changed(): void;
}

export const liveHandlers = {
  'live.start': async (request, context) => {
    await context.live().start(request);
    context.changed();
    return context.live().state();
  },
  'live.stop': async (_input, context) => {
    await context.live().stop();
    context.changed();
    return context.live().state();
  },
  'live.state': (_input, context) => context.live().state(),
} satisfies Partial<Handlers<Context>>;
