export const model = {
  emptyTitle: 'No model yet',
  emptyText: 'Train a model on the imported behaviour; it learns what tends to follow what.',
};
