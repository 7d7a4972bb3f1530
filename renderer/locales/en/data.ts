export const data = {
  emptyTitle: 'No data yet',
  emptyText: 'Import an export of your shop, or try Portrait on a generated sample shop.',
};
