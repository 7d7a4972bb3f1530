/** English texts of the reasons for rejecting a row, by code. */
export const rejections = {
  'column-count_one': '{{count}} column instead of {{expected}}',
  'column-count_other': '{{count}} columns instead of {{expected}}',
  missing: '{{field}} is missing',
  'not-a-time': '{{field}} “{{value}}” is not a time',
  'not-a-number': '{{field}} “{{value}}” is not a number',
  'open-quote': 'a quotation mark is never closed',
  'text-after-quote': 'text stands behind a closing quotation mark',
  'row-too-long': 'the row is longer than a megabyte',
  'no-items': 'a user without items',
  'carriage-return': 'a carriage return stands in the middle of the row',
  'control-character': 'a control character stands in the row',
  'not-utf8': 'the row is not UTF-8',
  'not-json': 'not JSON at character {{position}}: {{fault}}',
  'not-an-object': 'not an object',
  'document-too-long': 'the document is longer than {{megabytes}} megabytes',
  'rows-too-long': 'its rows would be longer than {{megabytes}} megabytes',
  'cut-off': 'the document is cut off',
  'array-cut-off': 'the file ends before its array does',
  title: 'a title above the table',
  text: '{{text}}',
};

/** English texts of the syntax errors of a JSON document, by code. */
export const jsonFaults = {
  'extra-text': 'something stands behind the end',
  'name-expected': 'a name in quotation marks should stand',
  'colon-expected': 'a colon should stand',
  'object-open': 'a comma or } should stand',
  'array-open': 'a comma or ] should stand',
  'too-deep': 'it is nested too deeply',
  'control-character': 'a control character stands in a text',
  'open-string': 'a text is never closed',
  'bad-escape': 'a text has an escape that there is not, or a control character',
  'value-expected': 'a value should stand',
  'unexpected-end': 'it ends too early',
};
