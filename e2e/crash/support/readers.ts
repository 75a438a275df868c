import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
/** What a reader's browser does without an answer before it counts as not answered. */
const patienceMs = 10_000;

export type Visit = { code: string; referrerHost: string; ip: string };

/** Opens a short link and says what was answered; null when the connection broke before the answer was there. */
export function visit(
  origin: string,
  { code, referrerHost, ip }: Visit,
  agent?: Agent,
): Promise<number | null> {
  const headers = { "user-agent": firefox, referer: `https://${referrerHost}/`, "x-forwarded-for": ip };
  return new Promise((resolve) => {
    const sent = request(`${origin}/s/${code}`, { agent, headers, timeout: patienceMs }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    sent.once("timeout", () => sent.destroy());
    sent.once("error", () => resolve(null)).end();
  });
}

export type Readers = {
  /** The marks of those who were sent on. */
  sentOn: string[];
  /** Waits until somebody more is sent on. */
  nextSentOn: (milliseconds?: number) => Promise<void>;
  /** Lets everybody finish, and sends nobody any more. */
  stop: () => Promise<void>;
};

/**
 * So many readers at once, each of them always opening another link as somebody new. Their mark is the host they say
 * they come from, which the click keeps: so each single hit is found in the log again.
 */
export function startReaders(origin: string, codes: string[], atOnce: number): Readers {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const sentOn: string[] = [];
  let visits = 0;
  let isOpen = true;

  async function read(): Promise<void> {
    while (isOpen) {
      const number = visits++;
      const referrerHost = `r${number}.test`;
      const code = codes[number % codes.length] ?? "";
      const ip = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      if ((await visit(origin, { code, referrerHost, ip }, agent)) === 302) sentOn.push(referrerHost);
      else await wait(100);
    }
  }

  const reading = Array.from({ length: atOnce }, read);
  return {
    sentOn,
    nextSentOn: async (milliseconds = 60_000) => {
      const [before, deadline] = [sentOn.length, Date.now() + milliseconds];
      while (sentOn.length === before) {
        if (Date.now() > deadline) throw new Error(`Nobody was sent on for ${milliseconds} ms.`);
        await wait(5);
      }
    },
    stop: async () => {
      isOpen = false;
      await Promise.all(reading);
      agent.destroy();
    },
  };
}
