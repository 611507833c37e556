/** Cells of text in aligned columns, for a terminal. */

export const GAP = '  ';

/** Every line ends where its last word does. `'left'` for words, `'right'` for numbers, a column each. */
export function alignedLines(
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[],
): string[] {
  const widths = sides.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] as number;
        return sides[column] === 'left' ? text.padEnd(width) : text.padStart(width);
      })
      .join(GAP)
      .trimEnd(),
  );
}
