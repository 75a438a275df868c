import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test.each([
  { cell: "plain", is: "plain" },
  { cell: 'He said "no", then yes', is: '"He said ""no"", then yes"' },
  { cell: "two\nlines", is: '"two\nlines"' },
  { cell: '=HYPERLINK("http://evil.test")', is: '"\'=HYPERLINK(""http://evil.test"")"' },
  { cell: "+1", is: "'+1" },
  { cell: "-1", is: "'-1" },
  { cell: "@cmd", is: "'@cmd" },
  { cell: "\tx", is: "'\tx" },
  { cell: -1, is: "-1" },
  { cell: null, is: "" },
])("$cell", ({ cell, is }) => expect(toCsv([[cell, 1]])).toBe(`${is},1\r\n`));
