import { expect, type Page } from "@playwright/test";
import { z } from "zod";

export type DemoRole = "employee" | "curator" | "manager" | "admin";

const csrf = z.object({ csrfToken: z.string() });

/** Signs the page's browser in through the demo provider: as Acme's demo account of a role, or as an address. */
export async function signIn(page: Page, who: DemoRole | `${string}@${string}`): Promise<void> {
  // What the page of the person before is still loading is not the next one's to see.
  await page.goto("about:blank");
  const email = who.includes("@") ? who : `${who}@acme.test`;
  const { csrfToken } = csrf.parse(await (await page.request.get("/api/auth/csrf")).json());
  const response = await page.request.post("/api/auth/callback/demo", {
    form: { email, csrfToken, json: "true" },
  });
  expect(response.ok(), `${email} is signed in`).toBe(true);
}
