import { beforeEach, vi } from "vitest";

// Next's headers() and cookies() speak of the request that is being answered. Outside Next there is none, and a test
// says here what it would be. It hangs on the process: a worker keeps its modules from file to file.
type TestRequest = { headers: Headers; cookies: Map<string, string> };
const worker = globalThis as typeof globalThis & { heraldTestRequest?: TestRequest };

export const request = (): TestRequest => {
  worker.heraldTestRequest ??= { headers: new Headers(), cookies: new Map() };
  return worker.heraldTestRequest;
};

vi.mock("next/headers", () => ({
  headers: async () => request().headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = request().cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string) => void request().cookies.set(name, value),
  }),
}));

// What a write makes stale is Next's own memory, which a test does not have.
vi.mock("next/cache", async (original) => ({ ...(await original<object>()), revalidatePath: () => {} }));

beforeEach(() => {
  Object.assign(request(), { headers: new Headers(), cookies: new Map() });
});
