export const users = {
  emptyTitle: 'No user chosen',
  emptyText: 'Choose a user on the map, or look one up by name, to see what they do and why.',
};
