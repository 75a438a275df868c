import sharp from "sharp";
import { expect, test } from "vitest";
import { DomainError } from "#lib/errors.ts";
import type { safeFetch } from "#lib/safe-fetch/safe-fetch.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory } from "#lib/test/factories.ts";
import { getImageBytes } from "../images/queries.ts";
import { previewLink } from "./mutations.ts";

const url = "https://acme.test/rain";
const withImage = '<title>Rain</title><meta property="og:image" content="/rain.png">';

test("a preview keeps its own copy of the page's image", async () => {
  const employee = await makeActor((await makeOrganization()).id);
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#336" } })
    .png()
    .toBuffer();

  const preview = await previewLink(employee, { url }, site({ "/rain": withImage, "/rain.png": png }));

  expect(preview).toMatchObject({ title: "Rain", url, duplicate: null });
  const bytes = await getImageBytes(employee, preview.imageId ?? "");
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 40 });
});

test.each([
  { name: "is missing", image: undefined },
  { name: "is none", image: Buffer.from("<svg onload=alert(1)>") },
])("a page whose image $name is previewed without it", async ({ image }) => {
  const employee = await makeActor((await makeOrganization()).id);
  const preview = await previewLink(employee, { url }, site({ "/rain": withImage, "/rain.png": image }));

  expect(preview).toMatchObject({ title: "Rain", imageId: null });
});

test("a page that is a story already says so, by title only to those who may see it", async () => {
  const organization = await makeOrganization();
  const curator = await makeActor(organization.id, ["curator"]);
  const employee = await makeActor(organization.id);
  const foreigner = await makeForeignActor();
  const story = await makeStory(curator, { url: "http://www.acme.test/rain/?utm_source=mail" });
  const fetchPage = site({ "/rain": "<title>Rain</title>" });

  expect((await previewLink(curator, { url }, fetchPage)).duplicate).toEqual({
    storyId: story.id,
    title: story.title,
  });
  expect((await previewLink(employee, { url }, fetchPage)).duplicate).toEqual({ storyId: null, title: null });
  expect((await previewLink(foreigner, { url }, fetchPage)).duplicate).toBeNull();
});

test("previews are limited per member", async () => {
  const employee = await makeActor((await makeOrganization()).id);
  const fetchPage = site({ "/rain": "<title>Rain</title>" });
  for (let count = 0; count < 30; count++) await previewLink(employee, { url }, fetchPage);

  await expect(previewLink(employee, { url }, fetchPage)).rejects.toMatchObject({ code: "limit_reached" });
});

/** A site that answers with these, in place of the network. */
function site(content: Record<string, string | Buffer | undefined>): typeof safeFetch {
  return async (address) => {
    const body = content[new URL(address).pathname];
    if (body === undefined) throw new DomainError("invalid", "There is no page at that address.");
    return { url: address, contentType: "text/html", body: Buffer.from(body) };
  };
}
