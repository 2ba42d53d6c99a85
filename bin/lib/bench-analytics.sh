# The analytics part of bin/bench, which reads this file: the same cached page from two portals, one of which counts visits. Only one of
# them runs at a time, the other and what stands in for Matomo are halted, so that what is still being delivered burdens nobody else.

outage=180000
flood_seconds=30
browser='Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
token=0f1e2d3c4b5a69788796a5b4c3d2e1f0
if [ "$quick" = true ]; then
	outage=20000 flood_seconds=5 rounds=3
fi
plain_pid=
matomo_pid=

stop_others() {
	local status=$? pid
	set +e
	for pid in $plain_pid $matomo_pid $portal_pid; do
		kill -CONT "$pid" 2>/dev/null
	done
	[ -z "$plain_pid" ] || { kill "$plain_pid" 2>/dev/null && wait_for_end "$plain_pid" 600; }
	[ -z "$matomo_pid" ] || kill "$matomo_pid" 2>/dev/null
	return $status
}
trap 'stop_others; clean_up' EXIT

# drive <seconds> <port> [wrk options]: leaves requests/s in $rate, their number in $requests, and the median and 99 % in $half and $most
drive() {
	local out=$work/wrk.out for=$1 at=$2
	shift 2
	wrk -t "$THREADS" -c "$CONNECTIONS" -d "${for}s" --latency -H "Host: $site.localhost:$at" -H 'Accept-Encoding: gzip' \
		-H "User-Agent: $browser" -H 'Accept-Language: vi-VN,vi;q=0.9,en;q=0.8' "$@" "http://127.0.0.1:$at$article" >"$out"
	rate=$(awk '$1 == "Requests/sec:" { printf "%d", $2 }' "$out")
	requests=$(awk '/requests in/ { print $1 }' "$out")
	half=$(awk '$1 == "50%" { print $2 }' "$out")
	most=$(awk '$1 == "99%" { print $2 }' "$out")
	! grep -qE 'Non-2xx or 3xx|Socket errors' "$out" || fail "wrk complains: $(grep -E 'Non-2xx|Socket' "$out")"
}

# metric <name>: a figure of the portal that counts
metric() {
	curl -s "http://127.0.0.1:$management_port/actuator/metrics/portal.analytics.$1" | sed -n 's/.*"value":\([0-9.E]*\).*/\1/p' | awk '{ printf "%d", $1 }'
}

start_matomo() {
	"$java" "$source/bin/lib/Matomo.java" "$matomo_port" "$token" >"$work/matomo.log" 2>&1 &
	matomo_pid=$!
	until (: <"/dev/tcp/127.0.0.1/$matomo_port") 2>/dev/null; do
		kill -0 "$matomo_pid" 2>/dev/null || fail "what stands in for Matomo did not start: $(tail -n 3 "$work/matomo.log")"
		sleep 0.1
	done
}

stop_matomo() {
	kill "$matomo_pid"
	wait "$matomo_pid" 2>/dev/null || true
	matomo_pid=
}

# turn <plain|counting>: lets that portal run and halts the other
turn() {
	if [ "$1" = plain ]; then
		kill -STOP "$portal_pid" $matomo_pid
		kill -CONT "$plain_pid"
	else
		kill -STOP "$plain_pid"
		kill -CONT "$portal_pid" $matomo_pid
	fi
}

free_port && matomo_port=$free
free_port && plain_port=$port plain_management=$management_port
port=$free
free_port && management_port=$free

# both have the same articles
say 'importing articles into two new databases'
awk -v sites=1 -v each=$ARTICLES -f "$source/bin/lib/bench-articles.awk" >"$work/articles.jsonl"
for folder in "$work/counting" "$work/var"; do
	portal import "$work/articles.jsonl" --site "$site" >"$work/import.log" 2>&1 || fail "the import failed: $(tail -n 1 "$work/import.log")"
done

# the portal that does not count
counting_port=$port counting_management=$management_port
port=$plain_port management_port=$plain_management
start_portal "$site"
plain_pid=$portal_pid
portal_pid=

article=$(at "$site" /sitemap.xml | grep -o "<loc>[^<]*/bai-viet/[^<]*" | sed -n '1s|.*\(/bai-viet/.*\)|\1|p')

# and the one that does
for file in "$tenants"/*.yaml; do
	sed -i 's/matomo: null/matomo: 7/' "$file"
done
start_matomo
export PORTAL_ANALYTICS_MATOMO_URL=http://127.0.0.1:$matomo_port PORTAL_ANALYTICS_MATOMO_TOKEN=$token
# wrk leaves a million hits within minutes; they must not fill the buffer, which would then drop the oldest, as it should
export PORTAL_ANALYTICS_BUFFER_SIZE=4GB
port=$counting_port management_port=$counting_management folder=$work/counting
start_portal "$site"

say 'warming up'
for ((round = 0; round < 3; round++)); do
	turn plain
	drive "$warm_seconds" "$plain_port"
	turn counting
	drive "$warm_seconds" "$port"
done

: >"$work/plain"
: >"$work/counted"
for ((round = 0; round < 2 * rounds; round++)); do
	turn plain
	drive "$seconds" "$plain_port"
	echo "$rate" >>"$work/plain"
	turn counting
	drive "$seconds" "$port"
	echo "$rate" >>"$work/counted"
done
say "not counting $(tr '\n' ' ' <"$work/plain")counting $(tr '\n' ' ' <"$work/counted")"
plain=$(median <"$work/plain") counted=$(median <"$work/counted")
figure=$(calculate "$counted / $plain" '%.3f')
row 'Cached page, counting : not counting' "$counted : $plain requests/s = $figure" '≥ 0.95' "$(holds "$figure >= 0.95")"
row 'Of these requests were counted (the portal writes 20,000 a second and no more)' \
	"$(calculate "100 - 100 * $(metric dropped) / ($(metric dropped) + $(metric delivered) + $(metric waiting))" '%.0f %%')"

# Matomo answers late: only those who are sent to wait
: >"$work/late"
: >"$work/prompt"
for ((round = 0; round < rounds; round++)); do
	curl -s "http://127.0.0.1:$matomo_port/slow?5000"
	drive "$seconds" "$port"
	echo "$rate" >>"$work/late"
	late="$half, 99 % $most"
	curl -s "http://127.0.0.1:$matomo_port/slow?0"
	drive "$seconds" "$port"
	echo "$rate" >>"$work/prompt"
done
figure=$(calculate "$(median <"$work/late") / $(median <"$work/prompt")" '%.3f')
row "Matomo takes 5 s for a bulk: pages, against a prompt one" "$figure; median $late (prompt $half, $most)" '≥ 0.95' "$(holds "$figure >= 0.95")"

# Matomo is down, and more comes in a moment than otherwise in an hour
stop_matomo
# so many who rest for a millisecond after each answer as make more than ten thousand a second on this machine
echo 'function delay() return 1 end' >"$work/delay.lua"
etag=$(at "$site" "$article" -o /dev/null -D - | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
for ((crowd = 16; crowd < 40; crowd += 4)); do
	drive 2 "$port" -H "If-None-Match: $etag" -c "$crowd" -s "$work/delay.lua"
	[ "$rate" -lt 10800 ] || break
done
until [ "$(metric memory)" = 0 ]; do
	sleep 0.2
done
known=$(($(metric delivered) + $(metric waiting)))
lost=$(metric dropped)
( while sleep 0.1; do metric memory && echo; done ) >"$work/memory" 2>/dev/null &
watch_pid=$!
drive "$flood_seconds" "$port" -H "If-None-Match: $etag" -c "$crowd" -s "$work/delay.lua"
kill "$watch_pid"
sleep 1
kept=$(($(metric delivered) + $(metric waiting) - known))
row "Into the buffer, $flood_seconds s on end" "$rate hits/s, $kept kept of $requests, $(($(metric dropped) - lost)) lost" '≥ 10000/s, none lost' \
	"$(holds "$rate >= 10000 && $kept >= $requests && $(metric dropped) == $lost")"
row 'Memory for hits that are not on disk yet, at most' "$(calculate "$(sort -n "$work/memory" | tail -n 1) / 1048576" '%.1f MB')" '≤ 16 MB' \
	"$(holds "$(sort -n "$work/memory" | tail -n 1) <= 16 * 1048576")"
waiting=$(metric waiting)
[ "$waiting" -ge "$outage" ] || fail "only $waiting hits wait"
start_matomo
begin=$(now_ms)
until [ "$(curl -s "http://127.0.0.1:$matomo_port/count" | cut -d' ' -f1)" -ge "$outage" ]; do
	[ $(($(now_ms) - begin)) -lt 900000 ] || fail 'the hits of the outage do not arrive'
	sleep 0.2
done
figure=$(calculate "($(now_ms) - $begin) / 1000" '%.0f')
row "$outage hits of an outage are in Matomo after" "$figure s" '≤ 600 s' "$(holds "$figure <= 600")"
row 'Memory of the portal after all this' "$(memory_mb VmRSS) MB" '≤ 600 MB' "$(holds "$(memory_mb VmRSS) <= 600")"
stop_portal
