/** Preloaded by the clock trial: each reading of the clock is off by up to six hours in either direction. */
const now = Date.now;
Date.now = () => now() + Math.round((Math.random() - 0.5) * 12 * 3_600_000);
