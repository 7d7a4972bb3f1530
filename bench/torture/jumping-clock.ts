/** Preloaded by the clock trial: every reading of the clock is up to six hours off, in either direction. */
const now = Date.now;
Date.now = () => now() + Math.round((Math.random() - 0.5) * 12 * 3_600_000);
