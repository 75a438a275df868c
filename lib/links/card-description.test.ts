import { expect, test } from "vitest";
import { cardDescription } from "./card-description.ts";

test.each([
  { name: "the summary", summary: " How we\n did it. ", body: "Rain.", said: "How we did it." },
  { name: "without one, the text", summary: "", body: "Rain\n\nfalls.", said: "Rain falls." },
  {
    name: "of a long text, whole words",
    summary: "",
    body: `${"rain ".repeat(60)}end`,
    said: `${"rain ".repeat(39)}rain…`,
  },
])("a card says $name", ({ summary, body, said }) => expect(cardDescription({ summary, body })).toBe(said));
