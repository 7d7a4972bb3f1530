import type { ActionSettings } from '../domain/action-settings.ts';

/** Time zones, currency and names of actions of what the window shows. */
export interface Regional {
  /** IANA zone of the days and hours of events. */
  readonly eventZone: string;
  /** IANA zone of the times at which imports, trainings and other work took place; null for that of this machine. */
  readonly timeZone: string | null;
  /** ISO 4217 code; null if money has no currency. */
  readonly currency: string | null;
  /** Names of actions that a person has chosen; absent or empty where the names in the data are shown. */
  readonly actionSettings?: ActionSettings;
}

export const NO_REGION: Regional = { eventZone: 'UTC', timeZone: null, currency: null };
