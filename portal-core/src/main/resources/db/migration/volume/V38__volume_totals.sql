-- All types and categories of a site together are kept by year too: what a period is compared with needs no more, and with
-- thousands of sites a year has many times as many sums as sites.
ALTER TABLE volume_sum DETACH PARTITION volume_total;
UPDATE volume_total SET span = 'MONTH_TOTAL';
ALTER TABLE volume_total RENAME TO volume_month_total;
ALTER TABLE volume_sum ATTACH PARTITION volume_month_total FOR VALUES IN ('MONTH_TOTAL');
CREATE TABLE volume_year_total PARTITION OF volume_sum FOR VALUES IN ('YEAR_TOTAL') WITH (fillfactor = 80);
ALTER TABLE volume_year_total ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION volume_sums(of_site bigint) RETURNS SETOF volume_sum
    LANGUAGE sql STABLE
    AS $$
SELECT f.site_id, span, date_trunc(unit, f.day)::date AS start, f.area_id, CASE WHEN kinds THEN f.type ELSE '' END AS type,
    CASE WHEN kinds THEN coalesce(f.category_slug, '') ELSE '' END AS category,
    count(*) FILTER (WHERE act = 'PUBLISHED' AND NOT shared)::int, count(*) FILTER (WHERE act = 'PUBLISHED' AND shared)::int,
    count(*) FILTER (WHERE act = 'WITHDRAWN' AND NOT shared)::int, count(*) FILTER (WHERE act = 'RESTORED' AND NOT shared)::int,
    coalesce(sum(words) FILTER (WHERE act = 'PUBLISHED' AND NOT shared), 0)::bigint,
    coalesce(sum(images) FILTER (WHERE act = 'PUBLISHED' AND NOT shared), 0)::bigint
FROM volume_fact f CROSS JOIN (VALUES ('MONTH_TOTAL', 'month', false), ('MONTH', 'month', true), ('YEAR_TOTAL', 'year', false),
    ('YEAR', 'year', true)) spans (span, unit, kinds)
WHERE act <> 'REVISED' AND (of_site IS NULL OR f.site_id = of_site)
GROUP BY 1, 2, 3, 4, 5, 6
$$;
INSERT INTO volume_sum
SELECT site_id, 'YEAR_TOTAL', start, area_id, '', '', sum(published), sum(shared), sum(withdrawn), sum(restored), sum(words), sum(images)
FROM volume_sum WHERE span = 'YEAR' GROUP BY site_id, start, area_id ORDER BY start, site_id;

-- Who worked how in one area is read from its facts.
CREATE INDEX volume_fact_area ON volume_fact (area_id, day);

ANALYZE volume_fact, volume_sum;
