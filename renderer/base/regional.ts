import { createContext } from 'react';
import { NO_REGION, type Regional } from '../../shared/texts/regional.ts';

export { NO_REGION, type Regional };

/** Regional settings of the open workspace, used by formats. */
export const RegionalContext = createContext<Regional>(NO_REGION);
