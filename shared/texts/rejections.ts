/** English texts of the reasons for rejecting a row, by code. */
export const rejections = {
  'column-count_one': '{{count}} column instead of {{expected}}',
  'column-count_other': '{{count}} columns instead of {{expected}}',
  missing: '{{field}} is missing',
  'not-a-time': '{{field}} “{{value}}” is not a time',
  'not-a-number': '{{field}} “{{value}}” is not a number',
  'open-quote': 'unclosed quotation mark',
  'text-after-quote': 'text after a closing quotation mark',
  'row-too-long': 'row longer than 1 MB',
  'no-items': 'user without items',
  'carriage-return': 'carriage return inside the row',
  'control-character': 'control character in the row',
  'not-utf8': 'not valid UTF-8',
  'not-json': 'invalid JSON at character {{position}}: {{fault}}',
  'not-an-object': 'not a JSON object',
  'document-too-long': 'document longer than {{megabytes}} MB',
  'rows-too-long': 'its rows would exceed {{megabytes}} MB',
  'cut-off': 'incomplete document',
  'array-cut-off': 'the file ends inside its array',
  title: 'title above the table',
  text: '{{text}}',
};

/** English texts of the syntax errors of a JSON document, by code. */
export const jsonFaults = {
  'extra-text': 'unexpected text after the end',
  'name-expected': 'expected a quoted name',
  'colon-expected': 'expected a colon',
  'object-open': 'expected a comma or }',
  'array-open': 'expected a comma or ]',
  'too-deep': 'nested too deeply',
  'control-character': 'control character in a string',
  'open-string': 'unterminated string',
  'bad-escape': 'invalid escape or control character in a string',
  'value-expected': 'expected a value',
  'unexpected-end': 'unexpected end',
};
