/** Why rows were set aside. */
export const reasons = {
  columns: 'columns: {{cells}} instead of {{columns}}',
  missing: '{{field}} is missing',
  time: '{{field}}: “{{value}}” is not a time',
  number: '{{field}}: “{{value}}” is not a number',
  quote: 'a quotation mark is never closed',
  long: 'the row is longer than a megabyte',
  noItems: 'a user without items',
};
