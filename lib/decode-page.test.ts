import { expect, test } from "vitest";
import { decodePage } from "./decode-page.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");

test.each([
  { name: "UTF-8 that says nothing", bytes: Buffer.from("Größe"), header: "text/html" },
  { name: "windows-1252 by the header", bytes: latin1("Größe"), header: "text/html; charset=windows-1252" },
  {
    name: "latin-1 in quotes by the header",
    bytes: latin1("Größe"),
    header: 'text/html; charset="ISO-8859-1"',
  },
  {
    name: "windows-1252 by a meta tag",
    bytes: latin1('<meta charset="windows-1252">Größe'),
    header: "text/html",
  },
  {
    name: "latin-1 by a meta tag of the old kind",
    bytes: latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">Größe'),
    header: "",
  },
  {
    name: "UTF-16 by its mark",
    bytes: Buffer.from("\uFEFFGröße", "utf16le"),
    header: "text/html; charset=utf-8",
  },
  {
    name: "UTF-16 by the header",
    bytes: Buffer.from("Größe", "utf16le"),
    header: "text/html; charset=utf-16le",
  },
  {
    name: "a page that calls itself UTF-16 and is not",
    bytes: Buffer.from('<meta charset="utf-16">Größe'),
    header: "",
  },
  { name: "a charset nobody knows", bytes: Buffer.from("Größe"), header: "text/html; charset=klingon" },
])("$name is decoded", ({ bytes, header }) => {
  expect(decodePage(bytes, header)).toMatch(/Größe$/);
});
