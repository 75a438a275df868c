import { expect, test } from "vitest";
import { emptyForm, toContent, withPreview } from "./form.ts";

const preview = {
  url: "https://acme.test/rain",
  canonicalUrl: null,
  title: "Rain",
  summary: "It rains.",
  siteName: "Acme",
  imageId: "image-1",
  imageAlt: "",
  language: "en",
  duplicate: null,
};

test("a preview fills an empty form", () => {
  expect(withPreview(emptyForm, preview, undefined)).toMatchObject({ title: "Rain", imageId: "image-1" });
});

test("a second preview replaces what the first one filled in, and nothing that was written", () => {
  const form = { ...emptyForm, ...withPreview(emptyForm, preview, undefined), title: "My own title" };
  const second = { ...preview, title: "Snow", summary: "It snows.", imageId: "image-2" };

  expect(withPreview(form, second, preview)).toMatchObject({
    title: "My own title",
    summary: "It snows.",
    imageId: "image-2",
  });
});

test("an image that somebody chose stays", () => {
  const form = { ...emptyForm, imageId: "mine", imageAlt: "A roof" };

  expect({ ...form, ...withPreview(form, preview, undefined) }).toMatchObject({
    imageId: "mine",
    imageAlt: "A roof",
  });
});

test("a story is sent with only what its kind has", () => {
  const form = { ...emptyForm, url: "https://acme.test", body: "Left over" };

  expect(toContent({ ...form, kind: "link" })).toMatchObject({
    url: "https://acme.test",
    body: "",
    publishAt: null,
  });
  expect(toContent({ ...form, kind: "text" })).toMatchObject({ url: null, body: "Left over" });
});
