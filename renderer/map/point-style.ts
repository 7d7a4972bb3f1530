/** Opacity of points, and of faded points. */
export const OPACITY = 0.8;
export const FADED_OPACITY = 0.25;
/** Share of the fade colour in the colour of faded points, in [0, 1]. */
export const FADED_TINT = 0.85;
