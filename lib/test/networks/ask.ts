import type { Simulator } from "./simulator.ts";

export type Asked = { status: number; headers: Headers; text: string; body: unknown };

/** One call to a simulated network, and all of its answer. */
export async function ask(
  { origin }: Simulator,
  method: string,
  path: string,
  {
    token,
    json,
    form,
    body,
    headers = {},
  }: {
    token?: string;
    json?: unknown;
    form?: Record<string, string>;
    body?: BodyInit;
    headers?: Record<string, string>;
  } = {},
): Promise<Asked> {
  const response = await fetch(path.startsWith("http") ? path : origin + path, {
    method,
    redirect: "manual",
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form) : body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
