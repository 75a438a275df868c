-- The readers that wrk plays: each request is one of 50,000 visitors on one of the links, by chance.
local codes, agents = {}, {}
for code in os.getenv("BENCH_CODES"):gmatch("%S+") do codes[#codes + 1] = code end
for agent in os.getenv("BENCH_AGENTS"):gmatch("[^\n]+") do agents[#agents + 1] = agent end
local rest = " HTTP/1.1\r\nHost: " .. os.getenv("BENCH_HOST")
  .. "\r\nReferer: https://" .. os.getenv("BENCH_REFERRER") .. "/\r\nX-Forwarded-For: 10."
local visitors = tonumber(os.getenv("BENCH_VISITORS"))
local seed = tonumber(os.getenv("BENCH_SEED"))

function init()
  math.randomseed(seed)
end

function request()
  local visitor = math.random(0, visitors - 1)
  return "GET /s/" .. codes[math.random(#codes)] .. rest
    .. seed % 256 .. "." .. math.floor(visitor / 256) .. "." .. visitor % 256
    .. "\r\nUser-Agent: " .. agents[visitor % #agents + 1] .. "\r\n\r\n"
end

-- wrk counts what is below 400 as answered; of that, all four servers only send 302.
function done(summary, latency)
  io.write(string.format(
    '\n{"answered":%d,"refused":%d,"broken":%d,"seconds":%f,"p50Ms":%f,"p99Ms":%f}\n',
    summary.requests - summary.errors.status,
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration / 1e6,
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3
  ))
end
