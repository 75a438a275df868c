import { answerDetail } from "./answer-detail.ts";
import type { NetworkAnswer } from "./ask-network.ts";
import type { CreateAnswer, PublishOutcome } from "./publisher.ts";
import { soon } from "./retry-times.ts";

export type HeardAnswer = Extract<NetworkAnswer, { kind: "answer" }>;

/** The answer to a create request as it is kept: what it means, and what may be read of it later. */
export function toCreateAnswer(
  answer: NetworkAnswer,
  {
    read,
    idHeaders,
    secrets,
  }: {
    read: (answer: HeardAnswer) => PublishOutcome;
    /** Names of the headers that the network's support asks for. */
    idHeaders: readonly string[];
    secrets: readonly string[];
  },
): CreateAnswer {
  if (answer.kind === "not_sent") return unheard(soon(), answer.error, secrets);
  if (answer.kind === "no_answer")
    return unheard({ kind: "unknown", because: answer.because }, answer.error, secrets);
  return {
    outcome: read(answer),
    status: answer.status,
    ids: pickIds(answer, idHeaders),
    detail: answerDetail(answer.text, secrets),
  };
}

const unheard = (outcome: PublishOutcome, error: Error, secrets: readonly string[]): CreateAnswer => ({
  outcome,
  status: null,
  ids: {},
  detail: answerDetail(error.message, secrets),
});

function pickIds({ headers }: HeardAnswer, names: readonly string[]): Record<string, string> {
  const found = names.map((name) => [name, headers[name]] as const);
  return Object.fromEntries(
    found.flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, 200)]] : [])),
  );
}
