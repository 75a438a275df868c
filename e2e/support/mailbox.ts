import { once } from "node:events";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Mailbox = {
  url: string;
  /** The newest link in a mail to the address. */
  linkFor: (email: string) => string | undefined;
  close: () => void;
};

/** A mail server that keeps what it is given. */
export async function openMailbox(): Promise<Mailbox> {
  const links = new Map<string, string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, session, done) => {
      const { text = "" } = await simpleParser(stream);
      const link = /https?:\S+/.exec(text)?.[0];
      for (const { address } of session.envelope.rcptTo) if (link) links.set(address, link);
      done();
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const bound = listener.address();
  return {
    url: `smtp://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`,
    linkFor: (email) => links.get(email),
    close: () => server.close(),
  };
}
