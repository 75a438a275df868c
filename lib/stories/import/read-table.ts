import { CsvError, parse } from "csv-parse/sync";
import { DomainError } from "#lib/errors.ts";
import { mostRows } from "./schemas.ts";

export type TableRow = { number: number; cells: string[] };
export type Table = { heading: string[]; rows: TableRow[] };

const delimiters = [",", ";", "\t", "|"];

/** The cells of a CSV, whichever delimiter its heading has; empty rows are left out and counted. Throws `invalid`. */
export function readTable(text: string): Table {
  const [heading, ...rows] = parseCells(text)
    .map((cells, index) => ({ number: index + 1, cells: cells.map(unescapeFormula) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!heading) throw new DomainError("invalid", "There is nothing in that file.");
  if (rows.length === 0)
    throw new DomainError("invalid", "There is a heading and no row below it. Add a row for each story.");
  if (rows.length > mostRows)
    throw new DomainError(
      "invalid",
      `That file has ${rows.length.toLocaleString("en")} rows; ${mostRows.toLocaleString("en")} fit. Split it into smaller ones.`,
    );
  return { heading: heading.cells.map((cell) => cell.trim()), rows };
}

function parseCells(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: mostRows * 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? ` before line ${error.lines}` : "";
    throw new DomainError(
      "invalid",
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? `A cell begins with a quotation mark${line} and never ends with one. Close it, or leave it out.`
        : `That file cannot be read as a table${line}. Save it as CSV and try again.`,
    );
  }
}

/** The one that the heading has most of, outside of quotation marks. */
function delimiterOf(text: string): string {
  const heading = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const countOf = (delimiter: string) => heading.split(delimiter).length;
  return delimiters.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}

/** What `writeCsv` put before a cell so that no spreadsheet computes it. */
const unescapeFormula = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");
