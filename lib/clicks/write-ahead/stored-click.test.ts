import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { newClick } from "#lib/clicks/mutations.ts";
import { visitorOf } from "#lib/clicks/visitor.ts";
import { storedClick } from "./stored-click.ts";

test("whoever clicked, a line of the file becomes the click that was written", () => {
  for (let index = 0; index < 200; index += 1) {
    const click = newClick({
      organizationId: newId(),
      linkId: newId(),
      visitor: visitorOf(Buffer.alloc(32, 7), `203.0.113.${index}`, "Firefox").id,
      kind: "human",
      clickedAt: new Date("2026-11-23T10:00:00.123Z"),
      exclusion: index % 2 ? "limited" : null,
      referrerHost: index % 2 ? "[2001:db8::1]" : null,
      device: index % 2 ? "phone" : null,
      country: index % 2 ? "NP" : null,
    });
    expect(storedClick.parse(JSON.parse(JSON.stringify(click)))).toEqual(click);
  }
});
