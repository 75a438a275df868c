import { answerCallback } from "#lib/connections/consent/callback.ts";

/** Where a network sends members back to. */
export async function GET(request: Request, { params }: RouteContext<"/connect/[network]/callback">) {
  return answerCallback(new URL(request.url).searchParams, (await params).network);
}
