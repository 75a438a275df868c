import { test as base } from "../fixtures.ts";
import { type ArticleSite, startArticleSite } from "./article-site.ts";

/** Tests whose server may fetch from a loopback site: the guard's test-only allow-list names it, and it alone. */
export const test = base.extend<object, { site: ArticleSite }>({
  site: [
    async ({ playwright: _ }, use) => {
      const site = await startArticleSite();
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  serverEnv: [async ({ site }, use) => use({ FETCH_ALLOW_ORIGINS: site.origin }), { scope: "worker" }],
});
