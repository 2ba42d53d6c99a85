-- For wrk: searches as citizens do, each query asked for once: the bench's part that is no shell.
--
--   wrk -t <threads> ... -s searches.lua http://127.0.0.1:<port> -- <threads> site|province <file> <from>
--
-- The file has lines "site<TAB>query"; there must be more of them than will be asked for. Prints: answers, errors, median, 95 % and slowest in
-- milliseconds, answers a second.

local made = 0

function setup(thread)
	thread:set("number", made)
	made = made + 1
end

function init(args)
	local threads, province, from = tonumber(args[1]), args[2] == "province", tonumber(args[4])
	local line_number = 0
	requests, at = {}, 0
	for line in io.lines(args[3]) do
		line_number = line_number + 1
		if line_number > from and line_number % threads == number then
			local site, query = line:match("^([^\t]*)\t(.*)$")
			local text = query:gsub("[^%w]", function(letter) return string.format("%%%02X", letter:byte()) end)
			local host = (province and "" or site .. ".") .. "localhost:" .. wrk.port
			requests[#requests + 1] = wrk.format("GET", "/tim-kiem?q=" .. text, { Host = host, ["Accept-Encoding"] = "gzip" })
		end
	end
end

function request()
	at = at + 1
	return requests[at] or error("there are not so many queries")
end

function done(summary, latency)
	local errors = summary.errors
	io.write(string.format("figures %d %d %.1f %.1f %.1f %.0f\n", summary.requests,
		errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(50) / 1000,
		latency:percentile(95) / 1000, latency.max / 1000, summary.requests / (summary.duration / 1e6)))
end
