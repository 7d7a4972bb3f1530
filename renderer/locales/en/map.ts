export const map = {
  emptyTitle: 'No map yet',
  emptyText: 'Train a model and compute profiles first; users who behave alike then lie close together.',
};
