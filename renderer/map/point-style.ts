/** Opacity of points, and of those that fade beside highlighted ones. */
export const OPACITY = 0.8;
export const FADED_OPACITY = 0.25;
/** Strength of the tint of faded points towards the fade colour, in [0, 1]. */
export const FADED_TINT = 0.85;
