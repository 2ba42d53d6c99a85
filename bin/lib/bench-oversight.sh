# The oversight part of bin/bench, which reads this file: what districts and the province look at, as a province account sees it through
# HTTP, with entries and facts of five years. Reports cover any days until today.
#
# A module that adds a page or a file adds a line to $looked_at: what it is | address | target in ms | target with 10,598 sites, or nothing
# where it is not measured then. What cannot be asked for (a job) is measured at the end of measure_oversight, which calls row.

PUBLICATIONS=100
ENTRIES=2000
LARGE_ENTRIES=302
times=15
[ "$quick" = false ] || ENTRIES=200 LARGE_ENTRIES=30 PUBLICATIONS=10 times=5
command -v psql >/dev/null || fail 'psql not found. Debian, Ubuntu: apt-get install postgresql-client'

sql() {
	psql -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(sed -n 4p "$folder/postgres/postmaster.pid")" -U postgres -d portal "$@"
}

# day <what GNU date understands>: a day in Vietnam
day() {
	TZ=Asia/Ho_Chi_Minh date -d "$1" +%F
}

today=$(day now)
month="tu=$(day "$(date +%Y-%m-01) -1 month")&den=$(day "$(date +%Y-%m-01) -1 day")"
year="tu=$(day "-1 year +1 day")&den=$today"
last_month=$(TZ=Asia/Ho_Chi_Minh date -d "$(date +%Y-%m-01) -1 month" +%Y-%m)
last_year=$(($(TZ=Asia/Ho_Chi_Minh date +%Y) - 1))
years="tu=$(day "-5 years +1 day")&den=$today"

# warm: asks for every page of $looked_at a few times, as a portal that runs for years has been asked
warm() {
	local i path
	say 'warming up'
	for ((i = 0; i < 10; i++)); do
		while IFS='|' read -r _ path _; do
			[ -z "$path" ] || newsroom "$path" -o /dev/null
		done <<<"$looked_at"
	done
}

# looked <what> <path> <target in ms> <prefix>: the 95 % of some requests for a page, after three that warm up
looked() {
	local i status
	: >"$work/looked"
	for ((i = -3; i < times; i++)); do
		status=$(newsroom "$2" -o "$work/page.html" -w '%{http_code} %{time_total}')
		[[ $status == 200* ]] || fail "$2 was answered with status $status"
		[ "$i" -lt 0 ] || awk '{ printf "%.1f\n", $2 * 1000 }' <<<"$status" >>"$work/looked"
	done
	figure=$(percentile 95 <"$work/looked")
	row "$4$1: 95 % of $times" "$figure ms, median $(median <"$work/looked")" "≤ $3 ms" "$(holds "$figure <= $3")"
}

# record_metric <statistic>: of the time that recording facts took
record_metric() {
	curl -s "http://127.0.0.1:$management_port/actuator/metrics/portal.volume.record" |
		sed -n "s/.*\"statistic\":\"$1\",\"value\":\([0-9.E-]*\).*/\1/p"
}

# publish_one <title>: as an editor who may publish alone does
publish_one() {
	local page csrf category status
	page=$(newsroom "/bien-tap/$site/bai/moi?loai=article")
	csrf=$(token <<<"$page")
	category=$(sed -n '/<select[^>]*name="categoryId"/,/<\/select>/s/.*<option[^>]*value="\([0-9][0-9]*\)".*/\1/p' <<<"$page" | head -n 1)
	status=$(newsroom "/bien-tap/$site/bai/moi?loai=article" -o /dev/null -w '%{http_code}' --data-urlencode "_csrf=$csrf" \
		--data-urlencode "categoryId=$category" --data-urlencode "title=$1" --data-urlencode 'summary=' \
		--data-urlencode 'bodyHtml=<p>Bài này được đăng để đo.</p>' --data-urlencode 'author=' --data-urlencode 'viec=xuat-ban')
	[[ $status == 30[23]* ]] || fail "publishing was answered with status $status"
}

# measure_oversight <prefix> <column of the target> <entries per site>
measure_oversight() {
	local prefix=$1 target=$2 what path small many i
	# what is measured here is neither the comparing of texts that are all the same nor the reminding of boards that have nobody
	PORTAL_SAMPLE_CONTENT=false PORTAL_CARE_LOOKEVERY=10h PORTAL_LIKENESS_LOOKEVERY=0s PORTAL_LINKS_LOOKEVERY=0s start_portal "$site"
	log_in
	# the categories come with the first look into a site; the account is logged in
	newsroom "/bien-tap/$site/bai/moi?loai=article" -o /dev/null
	until [ "$(sql -c 'SELECT count(*) FROM section_survey')" -gt 0 ]; do sleep 0.5; done
	say "filling every site with $3 entries of five years"
	begin=$(now_ms)
	sql -v each="$3" -f "$source/bin/lib/bench-oversight.sql" 2>>"$work/portal.log" || fail "the sites could not be filled: $(tail -n 3 "$work/portal.log")"
	say "filled in $(calculate "($(now_ms) - $begin) / 1000" '%.0f s'): $(sql -c "SELECT (SELECT count(*) FROM entry) || ' entries, ' || (SELECT count(*) FROM volume_fact) || ' facts, ' || (SELECT count(*) FROM volume_sum) || ' sums, ' || pg_size_pretty(pg_total_relation_size('volume_fact')) || ' and ' || pg_size_pretty((SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('volume_sum')))")"
	[ "$target" = large ] || warm
	while IFS='|' read -r what path small many; do
		[ "$target" = small ] || small=$many
		[ -z "$small" ] || looked "$what" "$path" "$small" "$prefix"
	done <<<"$looked_at"
	for ((i = 1; i <= PUBLICATIONS + 20; i++)); do
		publish_one "Do viec ghi nhan lan $i"
		# the first ones warm up
		[ "$i" -ne 20 ] || { count=$(record_metric COUNT) && spent=$(record_metric TOTAL_TIME); }
	done
	figure=$(calculate "1000 * ($(record_metric TOTAL_TIME) - $spent) / ($(record_metric COUNT) - $count)")
	row "${prefix}Recording facts and sums, mean of $PUBLICATIONS publications" "$figure ms, slowest $(calculate "1000 * $(record_metric MAX)") ms" '≤ 2 ms' "$(holds "$figure <= 2")"
	stop_portal
	begin=$(now_ms)
	portal check volume >"$work/check.log" 2>&1 || fail "check volume: $(tail -n 5 "$work/check.log")"
	row "${prefix}bin/portal check volume, with its start" "$(calculate "($(now_ms) - $begin) / 1000" '%.1f s'), no difference"
}

# what | address | target with 156 sites | with 10,598
looked_at="
Overview of 30 days|/theo-doi?ngay=30|100|400
Overview of a year|/theo-doi?ngay=365|100|400
Volume of a month|/san-luong?$month|100|400
Volume of a year|/san-luong?$year|100|400
Volume of five years|/san-luong?$years|100|400
Volume of five years, documents only|/san-luong?$years&type=legal-document|100|400
Drill-down: an area for a year|/san-luong?$year&area=AREA|150|400
Drill-down: a site for a year|/san-luong/SITE?$year|150|150
Drill-down: its entries of five years|/san-luong/SITE/bai?$years|150|150
Drill-down: all entries of a year, page 100|/san-luong/bai?$year&trang=100|150|400
Report of a month on screen|/bao-cao/ky/$last_month|5000|
Report of a month as PDF|/bao-cao/ky/$last_month/tai/pdf|5000|
XLSX of all sites for a year|/bao-cao/ky/$last_year/tai/xlsx|2000|
"

prepare() {
	looked_at=${looked_at//AREA/$1}
	looked_at=${looked_at//SITE/$site}
}

pages_of_all=$looked_at
prepare "$(basename "$(grep -l "slug: $site\$" "$tenants"/*.yaml)" .yaml)"
measure_oversight '' small "$ENTRIES"

# measure_likeness <entries per site>: texts that one site has taken from another, found anew among all with the heap that deploy/jvm.options gives
measure_likeness() {
	local counts wanted found wrong
	rm -rf "$folder"
	PORTAL_SAMPLE_CONTENT=false PORTAL_LIKENESS_LOOKEVERY=0s PORTAL_LINKS_LOOKEVERY=0s start_portal "$site"
	say "filling every site with $1 texts of 300 words"
	counts=$(sql -v each="$1" -f "$source/bin/lib/bench-likeness.sql" 2>>"$work/portal.log") || fail "the sites could not be filled: $(tail -n 3 "$work/portal.log")"
	say "filled: $counts"
	stop_portal
	begin=$(now_ms)
	portal likeness >"$work/likeness.log" 2>&1 || fail "likeness: $(tail -n 5 "$work/likeness.log")"
	figure=$(calculate "($(now_ms) - $begin) / 1000" '%.0f')
	row "Near-duplicates among $((SITES * $1)) entries, bin/portal likeness with its start" "$figure s" '≤ 600 s' "$(holds "$figure <= 600")"
	PORTAL_SAMPLE_CONTENT=false PORTAL_LIKENESS_LOOKEVERY=0s PORTAL_LINKS_LOOKEVERY=0s start_portal "$site"
	counts=$(sql -f "$source/bin/lib/bench-likeness-recall.sql" 2>>"$work/portal.log") || fail "not counted: $(tail -n 3 "$work/portal.log")"
	IFS='|' read -r wanted found wrong _ <<<"$counts"
	stop_portal
	figure=$(calculate "100 * $found / $wanted" '%.1f')
	row "Found of $wanted made copies with an overlap of 80 % and more" "$figure %; $wrong found that have less than 79" '≥ 95 %, none' "$(holds "$figure >= 95 && $wrong == 0")"
}

measure_likeness "$ENTRIES"

if [ "$large" = true ]; then
	rm -rf "$folder"
	tenants=$work/large-tenants
	folder=$work/large-var
	mkdir -p "$tenants"
	awk -v sites=$LARGE_SITES -v folder="$tenants" -v themes="$(cut -d' ' -f2 "$work/sites" | sort -u | tr '\n' ' ')" -f "$source/bin/lib/bench-tenants.awk"
	site=$(awk '$1 == "-" { print $3; exit }' "$tenants/khu-vuc-01.yaml")
	looked_at=$pages_of_all
	prepare khu-vuc-01
	measure_oversight "$LARGE_SITES sites: " large "$LARGE_ENTRIES"
fi
