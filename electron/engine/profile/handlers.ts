import type { Handlers } from '../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { timeline } from '../store/events/timeline.ts';
import { userVector } from '../store/models/profiles.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { userId } from './user-id.ts';
import { userPage } from './user-page.ts';

export const profileHandlers = {
  'profile.timeline': ({ user, ...page }, context) => {
    const { db } = context.workspace();
    return timeline(db, userId(db, user), page);
  },
  'profile.users': (input, context) => userPage(context.workspace().db, input),
  'profile.vector': ({ run, user }, context) => {
    const { db } = context.workspace();
    const vector = userVector(db, run, userId(db, user));
    if (vector) return { vector };
    throw new PortraitError({
      code: 'NO_PROFILES',
      message: `${run} has no profile of the user “${user}”.`,
      hint: `Compute the profiles of ${run} first.`,
      details: { run, user, variant: 'user' },
    });
  },
} satisfies Partial<Handlers<WorkspaceContext>>;
