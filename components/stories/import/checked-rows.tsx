"use client";

import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CheckedRow } from "#lib/stories/import/schemas.ts";
import { writeCsv } from "#lib/stories/import/write-csv.ts";

const pageSize = 50;

/** Each row and what is said of it, what needs mending first. */
export function CheckedRows({ rows }: { rows: CheckedRow[] }) {
  const troubled = rows.filter((row) => row.problems.length > 0);
  const [showsAll, setShowsAll] = useState(troubled.length === 0);
  const [page, setPage] = useState(0);
  const listed = showsAll ? rows : troubled;
  const pageCount = Math.max(1, Math.ceil(listed.length / pageSize));
  const show = (all: boolean) => {
    setShowsAll(all);
    setPage(0);
  };
  return (
    <section className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {troubled.length > 0 ? (
          <>
            <Button
              size="sm"
              aria-pressed={!showsAll}
              variant={showsAll ? "ghost" : "secondary"}
              onClick={() => show(false)}
            >
              Only what to mend
            </Button>
            <Button
              size="sm"
              aria-pressed={showsAll}
              variant={showsAll ? "secondary" : "ghost"}
              onClick={() => show(true)}
            >
              Every row
            </Button>
            <Button size="sm" variant="ghost" onClick={() => download(troubled)}>
              Download this list
            </Button>
          </>
        ) : null}
      </div>
      <table className="w-full text-left text-[0.9375rem]">
        <thead className="text-sm text-quiet max-sm:sr-only">
          <tr className="border-b border-line">
            <th className="w-16 py-2 font-medium">Row</th>
            <th className="py-2 font-medium">Story</th>
            <th className="py-2 font-medium">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {listed.slice(page * pageSize, (page + 1) * pageSize).map((row) => (
            <tr
              key={row.number}
              className="border-b border-line align-top max-sm:grid max-sm:grid-cols-[3rem_1fr] max-sm:py-2"
            >
              <td className="py-2 text-quiet tabular">{row.number}</td>
              <td dir="auto" className="max-w-80 py-2 pr-6 font-serif wrap-anywhere">
                {row.title || <span className="text-quiet">Without a title</span>}
              </td>
              <td className="py-2 max-sm:col-start-2">
                {row.problems.length === 0 ? <Badge>{stateOf[row.status]}</Badge> : null}
                <ul className="grid gap-1">
                  {row.problems.map(({ column, sentence }) => (
                    <li key={column + sentence} dir="auto">
                      <span className="font-medium">{column}</span>: {sentence}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pageCount > 1 ? (
        <nav aria-label="Pages" className="flex items-center gap-3">
          <Button size="sm" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Back
          </Button>
          <span className="text-sm text-quiet tabular">
            Page {page + 1} of {pageCount}
          </span>
          <Button size="sm" disabled={page + 1 === pageCount} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </nav>
      ) : null}
    </section>
  );
}

const stateOf: Record<CheckedRow["status"], string> = {
  ready: "Becomes a draft",
  made: "Made already",
  duplicate: "There already",
  refused: "To mend",
};

function download(rows: readonly CheckedRow[]): void {
  const lines = rows.flatMap(({ number, title, problems }) =>
    problems.map(({ column, sentence }) => [String(number), title, column, sentence]),
  );
  const address = URL.createObjectURL(
    new Blob([writeCsv([["row", "title", "column", "what to mend"], ...lines])], { type: "text/csv" }),
  );
  const link = Object.assign(document.createElement("a"), { href: address, download: "to-mend.csv" });
  link.click();
  URL.revokeObjectURL(address);
}
