import { type Answer, html } from "./call.ts";
import { publicPosts } from "./networks.ts";
import { escapeHtml, page } from "./page.ts";
import { providerNames } from "./provider.ts";
import type { PublicPost, World } from "./world.ts";

/** `/`: everything that was posted; a post's own address shows it alone. Null: there is nothing at that path. */
export function publicPage(world: World, path: string): Answer | null {
  if (path === "/favicon.ico") return { status: 204 };
  if (path === "/") return html(200, show("Simulated networks", publicPosts(world)));
  const wanted = path.replace("/i/web/status/", "/_/status/");
  const post = publicPosts(world).find((one) => isAt(one, wanted));
  if (post) return html(200, show(`A post on simulated ${providerNames[post.provider]}`, [post]));
  return isPermalink(path) ? html(404, show("This post is not available", [])) : null;
}

const isAt = ({ permalink, provider, id }: PublicPost, path: string): boolean =>
  decodeURIComponent(new URL(permalink).pathname) ===
    decodeURIComponent(path).replace(/\/?$/, permalink.endsWith("/") ? "/" : "") ||
  (provider === "x" && new RegExp(`^/\\w+/status/${id}$`).test(path));

const isPermalink = (path: string): boolean =>
  /^\/(feed\/update\/|[\w/]+\/status\/\d+$|profile\/|@[^/]+\/\d+$)/.test(decodeURI(path));

const show = (title: string, posts: PublicPost[]): string =>
  page(
    title,
    `<p class="banner" role="note">Simulated networks – what is posted here leaves this machine nowhere</p>
<main><h1>${escapeHtml(title)}</h1>
${posts.length === 0 ? "<p>Nothing is posted here.</p>" : posts.map(article).join("\n")}</main>`,
  );

function article({ provider, author, text, segments, card, images, at, permalink }: PublicPost): string {
  const pictures = images.map(
    ({ url, alt }) => `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt ?? "")}">`,
  );
  return `<article><header><strong>${escapeHtml(author.name)}</strong> ${author.handle ? `<span class="soft">${escapeHtml(author.handle)}</span>` : ""}
<a class="soft" href="${escapeHtml(permalink)}">${providerNames[provider]}, <time datetime="${at}">${at.slice(0, 16).replace("T", " ")} UTC</time></a></header>
<p class="text">${segments ? segments.map(piece).join("") : linked(text)}</p>${pictures.join("")}${card ? cardOf(card) : ""}</article>`;
}

const piece = ({ text, link }: NonNullable<PublicPost["segments"]>[number]): string =>
  link ? anchor(link, text) : escapeHtml(text);

const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s]+)/)
    .map((part, index) => (index % 2 ? anchor(part, part) : escapeHtml(part)))
    .join("");

const anchor = (href: string, text: string): string =>
  /^https?:\/\//.test(href) ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);

function cardOf({ url, title, description, image }: NonNullable<PublicPost["card"]>): string {
  const host = URL.canParse(url) ? new URL(url).host : url;
  return `<a class="card" href="${escapeHtml(/^https?:/.test(url) ? url : "#")}">${image ? `<img src="${escapeHtml(image)}" alt="">` : ""}<span><strong>${escapeHtml(title ?? url)}</strong></span>${description ? `<span>${escapeHtml(description)}</span>` : ""}<span class="soft">${escapeHtml(host)}</span></a>`;
}
