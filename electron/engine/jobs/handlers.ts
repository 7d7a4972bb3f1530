import type { Handlers } from '../../../shared/contract/handlers.ts';
import { curveColumns } from './curve-columns.ts';
import type { JobsContext } from './manager.ts';

export const jobHandlers = {
  'jobs.list': (_input, context) => ({ jobs: context.jobs().list() }),
  'jobs.log': ({ job }, context) => ({ lines: context.jobs().log(job) }),
  'jobs.curves': ({ job }, context) => ({ curves: curveColumns(context.jobs().curves(job)) }),
  'jobs.layout': ({ job }, context) => ({ layout: context.jobs().layout(job) }),
  'jobs.result': ({ job }, context) => ({ output: context.jobs().result(job) }),
  'jobs.cancel': ({ job }, context) => {
    context.jobs().cancel(job);
    return {};
  },
  'jobs.resume': ({ job }, context) => ({ job: context.jobs().resume(job) }),
} satisfies Partial<Handlers<JobsContext>>;
