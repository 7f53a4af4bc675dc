-- Asks for the paths in turn and stops after so many requests.
local ready = {}
local place = 0
local left = tonumber(os.getenv("BENCH_REQUESTS"))

function init(arguments)
  for path in os.getenv("BENCH_PATHS"):gmatch("[^\n]+") do
    ready[#ready + 1] = wrk.format("GET", path)
  end
end

function request()
  left = left - 1
  if left <= 0 then
    wrk.thread:stop()
  end
  place = place % #ready + 1
  return ready[place]
end
