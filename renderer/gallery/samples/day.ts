/** The time of what the gallery shows, in milliseconds since the epoch. */
export const DAY = Date.UTC(2026, 2, 14, 9, 30);
