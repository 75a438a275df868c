import { OAuth2Server } from "oauth2-mock-server";

export type OpenIdProvider = {
  issuer: string;
  /** Who signs in there next. */
  become: (claims: { sub: string; email: string; email_verified: boolean }) => void;
  close: () => Promise<void>;
};

/** A real OpenID provider on loopback, which lets whoever was named in without asking. */
export async function openIdProvider(): Promise<OpenIdProvider> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  let claims = {};
  server.service.on("beforeTokenSigning", (token: { payload: object }) => {
    Object.assign(token.payload, claims);
  });
  return {
    issuer: server.issuer.url ?? "",
    become: (next) => {
      claims = next;
    },
    close: () => server.stop(),
  };
}
