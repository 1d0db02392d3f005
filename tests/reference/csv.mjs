// RFC 4180, both ways.

/** Rows of cells. */
export function readCsv(text) {
  const rows = [];
  let row = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y;
  while (cells.lastIndex < text.length) {
    const [, quoted, plain, end] = cells.exec(text) ?? [];
    if (end === undefined) throw new SyntaxError(`no CSV after row ${rows.length}`);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Text with one line for each row. */
export const writeCsv = (rows) => rows.map((row) => `${row.map(quote).join(',')}\n`).join('');

const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
