import type { Handlers } from '../handlers.ts';

export const jobHandlers = {
  'jobs.list': (_input, context) => ({ jobs: context.jobs().list() }),
  'jobs.log': ({ job }, context) => ({ lines: context.jobs().log(job) }),
  'jobs.result': ({ job }, context) => ({ output: context.jobs().result(job) }),
  'jobs.cancel': ({ job }, context) => {
    context.jobs().cancel(job);
    return {};
  },
  'jobs.resume': ({ job }, context) => ({ job: context.jobs().resume(job) }),
} satisfies Partial<Handlers>;
