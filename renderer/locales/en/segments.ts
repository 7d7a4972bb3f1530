export const segments = {
  emptyTitle: 'No segments yet',
  emptyText: 'Draw one on the map, or write a rule: who did what, and how often.',
};
