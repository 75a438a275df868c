// Plays the same readers as visitors.lua, where there is no wrk. JavaScript: autocannon brings no types.
import autocannon from "autocannon";

const codes = process.env.BENCH_CODES.split(" ");
const agents = process.env.BENCH_AGENTS.split("\n");
const visitors = Number(process.env.BENCH_VISITORS);
const referer = `https://${process.env.BENCH_REFERRER}/`;
const seed = Number(process.env.BENCH_SEED);
const upTo = (limit) => Math.floor(Math.random() * limit);

function setupRequest(request) {
  const visitor = upTo(visitors);
  const address = `10.${seed % 256}.${visitor >> 8}.${visitor & 255}`;
  const headers = { referer, "x-forwarded-for": address, "user-agent": agents[visitor % agents.length] };
  return { ...request, path: `/s/${codes[upTo(codes.length)]}`, headers };
}

const result = await autocannon({
  url: `http://${process.env.BENCH_HOST}`,
  connections: Number(process.env.BENCH_CONNECTIONS),
  duration: Number(process.env.BENCH_SECONDS),
  requests: [{ setupRequest }],
});
console.log(
  JSON.stringify({
    answered: result["3xx"],
    refused: result.non2xx - result["3xx"],
    broken: result.errors + result.timeouts,
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  }),
);
