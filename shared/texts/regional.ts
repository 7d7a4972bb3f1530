/** Time zones and currency of what the window shows. */
export interface Regional {
  /** IANA zone of the days and hours of events. */
  readonly eventZone: string;
  /** IANA zone of the times at which imports, trainings and other work took place; null for that of this machine. */
  readonly timeZone: string | null;
  /** ISO 4217 code; null if money has no currency. */
  readonly currency: string | null;
}

export const NO_REGION: Regional = { eventZone: 'UTC', timeZone: null, currency: null };
