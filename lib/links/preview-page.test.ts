import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { previewPage } from "./preview-page.ts";

const story: Parameters<typeof previewPage>[0] = {
  code: "4fGh4fGh4fGh",
  title: "A factory that runs on rain",
  description: "How we did it.",
  language: "en",
  image: { id: newId(), alt: "Rain", width: 1600, height: 1200, focalX: 0.5, focalY: 0.1 },
  organization: { name: "Acme", accentColor: "#b4402a" },
};
const page = (values: Partial<typeof story> = {}, target = "https://acme.test/news?utm_source=x") =>
  previewPage({ ...story, ...values }, target, "https://herald.test");

test("a card has title, text, image and its own short link as its address", () => {
  const html = page();
  for (const tag of [
    '<link rel="canonical" href="https://herald.test/s/4fGh4fGh4fGh">',
    '<meta property="og:url" content="https://herald.test/s/4fGh4fGh4fGh">',
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="A factory that runs on rain">',
    '<meta property="og:description" content="How we did it.">',
    '<meta property="og:site_name" content="Acme">',
    '<meta property="og:image" content="https://herald.test/api/links/4fGh4fGh4fGh/image?size=card">',
    '<meta property="og:image:width" content="1200">',
    '<meta property="og:image:height" content="627">',
    '<meta property="og:image:alt" content="Rain">',
    '<meta name="twitter:card" content="summary_large_image">',
    '<meta name="robots" content="noindex">',
    '<a rel="nofollow" href="https://acme.test/news?utm_source=x">Read it at acme.test</a>',
  ])
    expect(html).toContain(tag);
});

test("a story without an image has a small card", () => {
  const html = page({ image: null });
  expect(html).not.toContain("image");
  expect(html).toContain('<meta name="twitter:card" content="summary">');
});

test("whatever a story is called stays text", () => {
  const title = `"><script>alert('x')</script> & 🐟 مرحبا \u202e`;
  const html = page({ title, description: "</title><img src=x onerror=1>", language: '"><b>' });
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(html).toContain(
    "&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62; &#38; 🐟 مرحبا \u202e",
  );
  expect(html).toContain('<h1 dir="auto">');
});

test("a target with quotes stays an address", () => {
  expect(page({}, 'https://acme.test/"onclick="x')).toContain('href="https://acme.test/&#34;onclick=&#34;x"');
});
