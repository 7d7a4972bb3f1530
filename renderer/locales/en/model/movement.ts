/** Movement of profiles between two models. */
export const movement = {
  title: 'Movement of profiles',
  help: 'The profiles of {{base}} are rotated and scaled to those of {{run}} (orthogonal Procrustes analysis), since the axes of two models have no common meaning. The distance that remains is how far a user has moved, as a multiple of the typical length of a profile.',
  users_one:
    '{{count, number}} user has profiles of both models; {{onlyRun, number}} of {{run}} only, {{onlyBase, number}} of {{base}} only.',
  users_other:
    '{{count, number}} users have profiles of both models; {{onlyRun, number}} of {{run}} only, {{onlyBase, number}} of {{base}} only.',
  fit: 'The aligned profiles of {{base}} explain {{share}} of the variance of those of {{run}}.',
  noEvents: 'There are no events that {{base}} was not trained on: the differences are those of the models.',
  newEvents_one:
    '{{count, number}} event is new since {{base}}. Rank correlation of the number of new events with the distance: {{correlation}}.',
  newEvents_other:
    '{{count, number}} events are new since {{base}}. Rank correlation of the number of new events with the distance: {{correlation}}.',
  user: 'User',
  distance: 'Distance',
  events: 'New events',
  shifts: 'Larger share than before',
  separator: ', ',
};
