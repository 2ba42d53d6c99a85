# The search part of bin/bench, which reads this file: 156 sites with 2,000 entries each, searched by sixteen citizens at once, first with
# PostgreSQL, then with Elasticsearch on the same machine. Every query is asked for once, so no cache of answers can help.

ENTRIES=2000
AT_ONCE=16
command -v psql >/dev/null || fail 'psql not found. Debian, Ubuntu: apt-get install postgresql-client'

measured_seconds=15
warming_seconds=20
if [ "$quick" = true ]; then
	ENTRIES=200 measured_seconds=3 warming_seconds=3
fi
elastic_pid=

stop_elasticsearch() {
	[ -n "$elastic_pid" ] || return 0
	kill "$elastic_pid" 2>/dev/null || true
	wait "$elastic_pid" 2>/dev/null || true
	elastic_pid=
}
trap 'status=$?; stop_elasticsearch; clean_up $status' EXIT

sql() {
	psql -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(sed -n 4p "$folder/postgres/postmaster.pid")" -U postgres -d portal "$@"
}

await_index() {
	until [ "$(sql -c 'SELECT count(*) FROM search_pending')" = 0 ]; do
		kill -0 "$portal_pid" 2>/dev/null || fail 'the portal has ended'
		sleep 0.5
	done
}

# ask <site|province> <at once> <seconds> <first query>: answers, errors, median, 95 %, slowest in ms, answers a second in $figures
ask() {
	local threads=$(($2 < THREADS ? $2 : THREADS))
	wrk -t $threads -c "$2" -d "${3}s" --timeout 10s -s "$home/bin/searches.lua" "http://127.0.0.1:$port" -- \
		$threads "$1" "$work/queries" "$4" >"$work/searches.out" 2>&1 || true
	mapfile -t figures < <(sed -n 's/^figures //p' "$work/searches.out" | tr ' ' '\n')
	[ ${#figures[@]} -eq 6 ] || fail "the citizens could not search: $(tail -n 1 "$work/searches.out")"
}

# searches <name> <site|province> <first query> <target in ms>: what so many at once, and one alone, get from queries not asked before
searches() {
	ask "$2" $AT_ONCE "$measured_seconds" "$3"
	row "$1, $AT_ONCE at once, ${figures[0]} queries: 95 %" "${figures[3]} ms, median ${figures[2]}, slowest ${figures[4]}, ${figures[5]} a second" \
		"≤ $4 ms" "$(holds "${figures[3]} <= $4")"
	row "$1, answered with an error" "${figures[1]}" 'none' "$(holds "${figures[1]} == 0")"
	ask "$2" 1 "$measured_seconds" $(($3 + figures[0]))
	row "$1, one after the other, ${figures[0]} queries: 95 %" "${figures[3]} ms, median ${figures[2]}, slowest ${figures[4]}"
}

# until Java has learned; none of these queries is measured
warm_up() {
	local round reach
	for ((round = 0; round < (rounds > 1 ? 3 : 1); round++)); do
		for reach in site province; do
			ask $reach $AT_ONCE "$warming_seconds" 0
		done
	done
}

# found_after <title>: milliseconds from the publish button until the entry is found
found_after() {
	local begin page csrf category status words
	page=$(newsroom "/bien-tap/$site/bai/moi?loai=article")
	csrf=$(token <<<"$page")
	category=$(sed -n '/<select[^>]*name="categoryId"/,/<\/select>/s/.*<option[^>]*value="\([0-9][0-9]*\)".*/\1/p' <<<"$page" | head -n 1)
	begin=$(now_ms)
	status=$(newsroom "/bien-tap/$site/bai/moi?loai=article" -o /dev/null -w '%{http_code}' --data-urlencode "_csrf=$csrf" \
		--data-urlencode "categoryId=$category" --data-urlencode "title=$1" --data-urlencode 'summary=' \
		--data-urlencode 'bodyHtml=<p>Bài này được đăng để đo.</p>' --data-urlencode 'author=' --data-urlencode 'viec=xuat-ban')
	[[ $status == 30[23]* ]] || fail "publishing was answered with status $status"
	words=${1// /+}
	# grep -q would stop reading, and curl would complain
	until at "$site" "/tim-kiem?q=$words" | grep "/bai-viet/$(tr ' ' '-' <<<"$1" | tr '[:upper:]' '[:lower:]')" >/dev/null; do
		[ $(($(now_ms) - begin)) -lt 10000 ] || fail "\"$1\" was not found within ten seconds"
		sleep 0.02
	done
	echo $(($(now_ms) - begin))
}

# publish_and_find <engine> <letter>
publish_and_find() {
	local i
	: >"$work/found"
	for ((i = 1; i <= 5; i++)); do
		found_after "Tim thay ngay lan $2$i" >>"$work/found"
	done
	figure=$(sort -n "$work/found" | tail -n 1)
	row "$1: from the publish button until it is found, slowest of 5" "$figure ms" '≤ 2000 ms' "$(holds "$figure <= 2000")"
}

say "filling $SITES sites with $ENTRIES entries each"
# what is measured here is neither the comparing of all these texts nor the asking of their links, which begin with the first start
export PORTAL_SAMPLE_CONTENT=true PORTAL_LIKENESS_LOOKEVERY=0s PORTAL_LINKS_LOOKEVERY=0s PORTAL_CARE_LOOKEVERY=10h
start_portal "$site"
until grep -q 'Sample content is there' "$work/portal.log"; do
	kill -0 "$portal_pid" 2>/dev/null || fail 'the portal has ended'
	sleep 0.5
done
await_index
sql -v each=$ENTRIES -f "$source/bin/lib/bench-search.sql" >"$work/queries" 2>>"$work/portal.log" || fail 'the sites could not be filled'
# a third for the warm-up, one for the sites, one for the province
third=$(($(wc -l <"$work/queries") / 3))
total=$(sql -c "SELECT count(*) FROM entry WHERE status = 'PUBLISHED'")
stop_portal

# PostgreSQL runs with the command
portal reindex >"$work/reindex.log" 2>"$work/reindex.err" || fail "reindex failed: $(tail -n 3 "$work/reindex.err")"
figure=$(sed -n 's/.*indexed in .* s, \([0-9]*\) a second.*/\1/p' "$work/reindex.log")
row "bin/portal reindex, $total entries, hardly any of them in the index" "$figure entries/s" '≥ 2000' "$(holds "$figure >= 2000")"
begin=$(now_ms)
portal check search >"$work/check.log" 2>&1 || fail "check search: $(tail -n 3 "$work/check.log")"
row "bin/portal check search, with its start" "$(calculate "($(now_ms) - $begin) / 1000" '%.1f s')"

start_portal "$site"
sql -c 'VACUUM ANALYZE search_document'
row 'Index in PostgreSQL: rows with their texts, full text index' "$(sql -c "SELECT pg_size_pretty(pg_table_size('search_document')), pg_size_pretty(pg_indexes_size('search_document'))" | tr '|' ',')"
log_in
warm_up
searches 'PostgreSQL, a site' site $third 60
searches 'PostgreSQL, the province' province $((2 * third)) 250
publish_and_find PostgreSQL A
row "Memory of the portal after all this" "$(memory_mb VmRSS) MB" '≤ 600 MB' "$(holds "$(memory_mb VmRSS) <= 600")"
stop_portal

if [ ! -d "$source/test-elasticsearch/target/elasticsearch/lib" ]; then
	row 'Elasticsearch' 'not measured: build first (mvn package -DskipTests)'
	return 0
fi
free_port && elastic_port=$free
JAVA=$java "$source/bin/lib/elasticsearch" "$work/elasticsearch" "$elastic_port" 1g >"$work/elasticsearch.log" 2>&1 &
elastic_pid=$!
until (: <"/dev/tcp/127.0.0.1/$elastic_port") 2>/dev/null; do
	kill -0 "$elastic_pid" 2>/dev/null || fail "Elasticsearch did not start: $(tail -n 3 "$work/elasticsearch.log")"
	sleep 0.2
done
export PORTAL_SEARCH_ELASTICSEARCH_URL=http://127.0.0.1:$elastic_port
portal reindex >"$work/reindex.log" 2>"$work/reindex.err" || fail "reindex failed: $(tail -n 3 "$work/reindex.err")"
figure=$(sed -n 's/.*indexed in .* s, \([0-9]*\) a second.*/\1/p' "$work/reindex.log")
row "bin/portal reindex, all of them as they should be" "$figure entries/s" '≥ 2000' "$(holds "$figure >= 2000")"
figure=$(sed -n 's/.*sent to Elasticsearch in .* s, \([0-9]*\) a second.*/\1/p' "$work/reindex.log")
row "bin/portal reindex, Elasticsearch's half" "$figure entries/s" '≥ 2000' "$(holds "$figure >= 2000")"
portal check search >"$work/check.log" 2>&1 || fail "check search: $(tail -n 3 "$work/check.log")"
row 'Index in Elasticsearch; memory of its process' "$(du -sm "$work/elasticsearch" | cut -f1) MB; $(awk '$1 == "VmRSS:" { printf "%d", $2 / 1024 }' "/proc/$elastic_pid/status") MB"
start_portal "$site"
log_in
warm_up
searches 'Elasticsearch, a site' site $third 40
searches 'Elasticsearch, the province' province $((2 * third)) 40
publish_and_find Elasticsearch B
# a metric that was never raised is not there at all
status=$(curl -s -o "$work/fallbacks" -w '%{http_code}' "http://127.0.0.1:$management_port/actuator/metrics/portal.search.fallbacks")
case $status in
	404) fallbacks=0 ;;
	200) fallbacks=$(sed -n 's/.*"value":\([0-9.]*\).*/\1/p' "$work/fallbacks") ;;
	*) fail "the metrics were answered with status $status" ;;
esac
row 'Searches that PostgreSQL had to answer instead' "$fallbacks" 'none' "$(holds "$fallbacks == 0")"
stop_portal
stop_elasticsearch
