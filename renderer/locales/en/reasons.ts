/** Why rows were set aside. */
export const reasons = {
  columns: 'columns: {{cells}} instead of {{columns}}',
  missing: '{{field}} is missing',
  time: '{{field}}: “{{value}}” is not a time',
  number: '{{field}}: “{{value}}” is not a number',
  quote: 'a quotation mark is never closed',
  long: 'the row is longer than a megabyte',
  noItems: 'a user without items',
  carriageReturn: 'a carriage return stands in the middle of the row',
  control: 'a control character stands in the row',
  notUtf8: 'the row is not UTF-8',
  json: 'not JSON at character {{at}}: {{what}}',
  notObject: 'not an object',
  longJson: 'longer than {{size}} megabytes',
  cutOff: 'the file breaks off here',
  title: 'a title above the table',
};
