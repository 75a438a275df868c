import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import { findSessionActor } from "#lib/auth/actor.ts";
import { sessionClaims, sessionCookieName } from "#lib/auth/session-token.ts";
import { env } from "#lib/env.ts";

type Fields = Record<string, string>;

/** A browser as next-auth sees one: it keeps cookies and follows no redirect by itself. */
export class AuthBrowser {
  readonly options: NextAuthOptions;
  readonly #cookies = new Map<string, string>();

  constructor(options: NextAuthOptions) {
    this.options = options;
  }

  async csrfToken(): Promise<string> {
    const { body } = await this.#send("GET", ["csrf"], {}, {});
    return String(body.csrfToken);
  }

  async post(path: string[], body: Fields, query: Fields = {}): Promise<string> {
    return (await this.#send("POST", path, query, body)).location;
  }

  async askForLink(email: string): Promise<string> {
    return this.post(["signin", "email"], { email, csrfToken: await this.csrfToken() });
  }

  async signInAsDemo(email: string, callbackUrl = "/"): Promise<string> {
    return this.post(["callback", "demo"], { email, callbackUrl, csrfToken: await this.csrfToken() });
  }

  async press(link: string): Promise<string> {
    return this.post(["callback", "email"], {}, Object.fromEntries(new URL(link).searchParams));
  }

  async passOidc(): Promise<string> {
    return this.finishOidc(await this.beginOidc());
  }

  async beginOidc(): Promise<Fields> {
    const body = { csrfToken: await this.csrfToken(), callbackUrl: "/" };
    const answer = await fetch(await this.post(["signin", "oidc"], body), { redirect: "manual" });
    return Object.fromEntries(new URL(answer.headers.get("location") ?? "").searchParams);
  }

  async finishOidc(query: Fields): Promise<string> {
    return (await this.#send("GET", ["callback", "oidc"], query, {})).location;
  }

  async sessionId(): Promise<string | null> {
    const token = this.#cookies.get(sessionCookieName);
    if (!token) return null;
    return sessionClaims.parse(await decode({ token, secret: env.AUTH_SECRET })).sid;
  }

  async actor() {
    const sessionId = await this.sessionId();
    return sessionId ? findSessionActor(sessionId) : null;
  }

  async #send(method: string, nextauth: string[], query: Fields, body: Fields) {
    const answer = { location: "", body: {} as Fields };
    const setHeader = (name: string, value: string | string[]) => {
      if (name === "Location") answer.location = String(value);
      if (name === "Set-Cookie") for (const cookie of [value].flat()) this.#keep(cookie);
      return response;
    };
    const send = (content: Fields) => void Object.assign(answer, { body: content });
    const response = {
      status: () => response,
      setHeader,
      getHeader: () => [],
      send,
      json: send,
      end: () => {},
    };
    const cookies = Object.fromEntries(this.#cookies);
    const request = { method, query: { nextauth, ...query }, body, cookies, headers: {} };
    const auth = NextAuth as unknown as (request: object, response: object, options: object) => Promise<void>;
    await auth(request, response, this.options);
    return answer;
  }

  #keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/Max-Age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, decodeURIComponent(value));
  }
}
