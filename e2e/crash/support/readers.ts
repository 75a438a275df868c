import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
/** What a reader's browser does without an answer before it counts as not answered. */
const patienceMs = 10_000;
const longestWaitMs = 60_000;

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
  /** How many were not: another answer, or none. */
  turnedAway: () => number;
  /** Waits until so many more are sent on. */
  nextSentOn: (count?: number) => Promise<void>;
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
  let turnedAway = 0;
  let isOpen = true;

  async function read(): Promise<void> {
    while (isOpen) {
      const number = visits++;
      const referrerHost = `r${number}.test`;
      const code = codes[number % codes.length] ?? "";
      const ip = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      if ((await visit(origin, { code, referrerHost, ip }, agent)) === 302) sentOn.push(referrerHost);
      else {
        turnedAway++;
        await wait(100);
      }
    }
  }

  const reading = Array.from({ length: atOnce }, read);
  return {
    sentOn,
    turnedAway: () => turnedAway,
    nextSentOn: async (count = 1) => {
      const wanted = sentOn.length + count;
      const deadline = Date.now() + longestWaitMs;
      while (sentOn.length < wanted) {
        if (Date.now() > deadline)
          throw new Error(`Fewer than ${count} were sent on in ${longestWaitMs} ms.`);
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
