import { expect, test } from "vitest";
import { addMonths, monthOf, monthOfPartition, partitionName } from "./month.ts";

test.each([
  { moment: "2026-11-30T23:59:59.999Z", month: "2026-11-01", partition: "clicks_2026_11" },
  { moment: "2026-12-01T00:00:00.000Z", month: "2026-12-01", partition: "clicks_2026_12" },
  { moment: "2027-01-01T05:44:59.999+05:45", month: "2026-12-01", partition: "clicks_2026_12" },
])("$moment is in $partition", ({ moment, month, partition }) => {
  expect(monthOf(new Date(moment))).toBe(month);
  expect(partitionName(month)).toBe(partition);
  expect(monthOfPartition(partition)).toBe(month);
});

test.each([
  { from: "2026-11-01", count: 2, to: "2027-01-01" },
  { from: "2026-01-01", count: -1, to: "2025-12-01" },
  { from: "2026-11-01", count: -25, to: "2024-10-01" },
  { from: "2024-02-01", count: 0, to: "2024-02-01" },
])("$count months from $from is $to", ({ from, count, to }) => expect(addMonths(from, count)).toBe(to));

test("a table of another kind is no month's", () => {
  for (const name of ["clicks", "clicks_2026", "clicks_2026_111", "old_clicks_2026_11"])
    expect(monthOfPartition(name)).toBeNull();
});
