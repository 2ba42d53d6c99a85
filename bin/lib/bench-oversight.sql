-- Fills every site with :each entries of five years, published by its people or taken over, some withdrawn and some of these shown again,
-- with the facts that the portal would have written and the sums of them, for bin/bench oversight. Run as the superuser of the bench's
-- own server.
SET session_replication_role = replica;
SET work_mem = '512MB';
SET maintenance_work_mem = '512MB';
SELECT setseed(0.2024) \g /dev/null

INSERT INTO category (id, site_id, slug, name, position, in_menu)
SELECT nextval('category_seq'), s.id, c.slug, c.name, 0, true
FROM site s CROSS JOIN (VALUES ('tin-tuc-su-kien', 'Tin tức – Sự kiện'), ('chi-dao-dieu-hanh', 'Chỉ đạo điều hành'),
    ('van-ban', 'Văn bản'), ('thong-bao', 'Thông báo'), ('van-hoa-xa-hoi', 'Văn hóa – Xã hội'),
    ('nong-thon-moi', 'Nông thôn mới'), ('chuyen-doi-so', 'Chuyển đổi số')) c (slug, name)
ON CONFLICT (site_id, slug) DO NOTHING;

CREATE TEMP TABLE made AS
SELECT n, site_id, area_id, at, at - hours * interval '1 hour' AS begun,
    CASE WHEN kind < 0.7 THEN 'ARTICLE' WHEN kind < 0.88 THEN 'LEGAL_DOCUMENT' WHEN kind < 0.96 THEN 'ANNOUNCEMENT' ELSE 'ALBUM' END AS type,
    CASE WHEN kind < 0.7 THEN (ARRAY['tin-tuc-su-kien', 'van-hoa-xa-hoi', 'nong-thon-moi', 'chuyen-doi-so'])[1 + n % 4] WHEN kind < 0.88 THEN 'van-ban'
        WHEN kind < 0.96 THEN 'thong-bao' ELSE 'van-hoa-xa-hoi' END AS slug,
    kind < 0.05 AS shared, fate, words, images, 100000 + site_id * 5 + n % 3 AS author, 1000000 + n AS entry_id, 1000000 + n AS revision_id
FROM (SELECT row_number() OVER () AS n, s.id AS site_id, s.area_id, random() AS kind, random() AS fate, (random() * 72)::int AS hours,
        now() - random() * interval '1826 days' AS at, (80 + random() * 700)::int AS words, (random() * 4)::int AS images
    FROM site s, generate_series(1, :each)) one;

CREATE TEMP TABLE known AS SELECT site_id, slug, min(id) AS id, min(name) AS name FROM category GROUP BY site_id, slug;
ANALYZE known;

INSERT INTO entry (id, site_id, type, slug, status, category_id, latest_revision_id, published_revision_id, revision_count, first_published_at,
    published_at, withdrawn_at, lock_version, created_at, changed_at, progress, progress_since, shared_from)
SELECT entry_id, m.site_id, type, 'do-' || n, CASE WHEN fate < 0.02 THEN 'WITHDRAWN' ELSE 'PUBLISHED' END, k.id, revision_id,
    CASE WHEN fate >= 0.02 THEN revision_id END, 1, at, at, CASE WHEN fate < 0.02 THEN at + interval '2 days' END, 0, begun, at, 'DONE', at,
    CASE WHEN shared THEN 1 END
FROM made m JOIN known k ON k.site_id = m.site_id AND k.slug = m.slug;

INSERT INTO revision (id, site_id, entry_id, number, title, summary, body, category_id, fields, search_text, words, images, author, saved_by,
    saved_by_id, created_at)
SELECT revision_id, m.site_id, entry_id, 1, 'Xã triển khai việc số ' || n || ' trong năm ' || extract(year FROM at), '', '<p>Nội dung để đo.</p>', k.id, '{}',
    '', words, images, '', 'Người viết ' || author, author, begun
FROM made m JOIN known k ON k.site_id = m.site_id AND k.slug = m.slug;

-- in the order of time, as they would have been written
INSERT INTO volume_fact (site_id, area_id, entry_id, revision_id, act, day, at, type, category_slug, category, words, images, shared,
    author_id, author, created_at)
SELECT f.site_id, area_id, entry_id, revision_id, act, (acted AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, acted, type, f.slug, k.name, words, images, shared,
    author, 'Người viết ' || author, begun
FROM (SELECT *, 'PUBLISHED' AS act, at AS acted FROM made
    UNION ALL SELECT *, 'WITHDRAWN', at + interval '2 days' FROM made WHERE fate < 0.03
    UNION ALL SELECT *, 'RESTORED', at + interval '3 days' FROM made WHERE fate >= 0.02 AND fate < 0.03) f
JOIN known k ON k.site_id = f.site_id AND k.slug = f.slug
ORDER BY acted;

INSERT INTO volume_sum SELECT * FROM volume_sums(NULL) ORDER BY span, start;
INSERT INTO volume_last SELECT * FROM volume_lasts(NULL);
SELECT setval('entry_seq', (SELECT max(id) FROM entry)), setval('revision_seq', (SELECT max(id) FROM revision)),
    setval('category_seq', (SELECT max(id) FROM category)) \g /dev/null
VACUUM ANALYZE;

-- How the sections of all sites stand, as those of one that the portal has looked at: with so many sites it has done that long ago.
CREATE TEMP TABLE seen AS SELECT * FROM section_survey ORDER BY site_id LIMIT 1;
INSERT INTO section_survey (site_id, version, rules, at, since)
SELECT s.id, s.version, seen.rules, seen.at, seen.since FROM site s, seen ON CONFLICT DO NOTHING;
INSERT INTO section_state (site_id, checklist, item, found, current_until, last_on, number, entry_id, attested)
SELECT s.id, checklist, item, found, current_until, last_on, number, entry_id, attested FROM site s, section_state t
WHERE t.site_id = (SELECT site_id FROM seen) ON CONFLICT DO NOTHING;
ANALYZE section_survey, section_state;
