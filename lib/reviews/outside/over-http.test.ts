import { expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { publicWriteHandler } from "#lib/route-handler.ts";
import { createStory } from "#lib/stories/mutations.ts";
import { createStoryInput } from "#lib/stories/schemas.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { actOutside, inviteOutside } from "./mutations.ts";
import { getOutsideReview } from "./queries.ts";
import { outsideAct, outsideToken } from "./schemas.ts";
import { newToken } from "./token.ts";

const post = publicWriteHandler(outsideToken, outsideAct, ({ token }, act) => actOutside(token, act));

test("a comment that our own page sends arrives, and no other site's does", async () => {
  const token = await makeLink();
  expect((await send(token, { act: "comment", text: "The date is wrong." })).status).toBe(200);
  expect(
    (await send(token, { act: "comment", text: "Planted" }, { origin: "https://evil.test" })).status,
  ).toBe(403);
  expect((await getOutsideReview(token)).comments).toMatchObject([{ text: "The date is wrong." }]);
});

test.each([
  { name: "an unknown link", token: newToken(), body: { act: "comment", text: "Hello" }, status: 404 },
  { name: "no link at all", token: "../desk", body: { act: "comment", text: "Hello" }, status: 422 },
  { name: "an act there is not", token: newToken(), body: { act: "approve" }, status: 422 },
  { name: "too much", token: newToken(), body: { act: "comment", text: "x".repeat(70_000) }, status: 422 },
])("$name is answered with $status", async ({ token, body, status }) => {
  expect((await send(token, body)).status).toBe(status);
});

function send(token: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${env.PUBLIC_URL}/api/review/${encodeURIComponent(token)}`, {
    method: "POST",
    headers: { origin: new URL(env.PUBLIC_URL).origin, ...headers },
    body: JSON.stringify(body),
  });
  return post(request, { params: Promise.resolve({ token }) });
}

async function makeLink(): Promise<string> {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const content = createStoryInput.parse({ kind: "text", title: "A pump", body: "It hums." });
  const { id: storyId } = await createStory(curator, content);
  const { link } = await inviteOutside(curator, { storyId, name: "Noor", email: "", days: 7 });
  return link.split("/").at(-1) ?? "";
}
