/**
 * The rows of a CSV text as RFC 4180 has it: cells in double quotes may hold commas, line breaks and doubled quotes.
 * Lenient where files are: any kind of line break, none at the end, a quote that is never closed, text after a closing
 * quote. A row may be shorter or longer than the header. Takes time in proportion to the text, whatever it holds.
 */
export function* csvRows(text: string): Generator<string[], void> {
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at + 1) : null;
    const end = separatorAt(text, quoted === null ? at : quoted + 1);
    row.push(quoted === null ? text.slice(at, end) : unquoted(text, at, quoted, end));
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (text[end] === ',' && at < text.length) continue;
    if (text[end] === ',') row.push('');
    yield row;
    row = [];
  }
}

/** The end of the text when there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

function separatorAt(text: string, from: number): number {
  const separator = /[,\r\n]/g;
  separator.lastIndex = from;
  return separator.exec(text)?.index ?? text.length;
}

function unquoted(text: string, start: number, closing: number, end: number): string {
  return text.slice(start + 1, closing).replaceAll('""', '"') + text.slice(closing + 1, end);
}
