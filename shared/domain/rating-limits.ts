/** Number of rated texts, and of different ratings, that a model of ratings can be trained on. */
export const RATING_LIMITS = { minTexts: 20, minRatings: 2, maxRatings: 10 } as const;
