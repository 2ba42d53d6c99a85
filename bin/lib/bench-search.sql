-- Fills every site up to :each published entries, for bin/bench search: news, legal documents and announcements of five years, put together
-- from the sentences of the sample content, some often and most seldom. Run as the superuser of the bench's own server.
SET session_replication_role = replica;
SET work_mem = '256MB';
SELECT setseed(0.2023) \g /dev/null

CREATE TEMP TABLE sentence AS
SELECT row_number() OVER (ORDER BY md5(text)) - 1 AS n, text
FROM (SELECT DISTINCT btrim(text) AS text
      FROM revision, regexp_split_to_table(regexp_replace(body, '<[^>]+>', ' ', 'g'), '(?<=[.!?;:])\s+') text) cut
WHERE length(text) BETWEEN 30 AND 400;
CREATE UNIQUE INDEX ON sentence (n);

CREATE TEMP TABLE headline AS
SELECT row_number() OVER (ORDER BY md5(title)) - 1 AS n, title
FROM (SELECT DISTINCT regexp_replace(title, '^[^:]*: ', '') AS title FROM revision) title;
CREATE UNIQUE INDEX ON headline (n);

-- names of families and their members, for words that are seldom
CREATE TEMP TABLE person AS
SELECT row_number() OVER () - 1 AS n, f || ' ' || m || ' ' || l AS name
FROM unnest('{Nguyễn,Trần,Lê,Phạm,Huỳnh,Võ,Đặng,Bùi,Châu,Néang,Danh,Lâm}'::text[]) f,
    unnest('{Thị,Văn,Hữu,Ngọc,Minh,Thanh,Quốc,Kim}'::text[]) m,
    unnest('{An,Bảo,Cẩm,Duyên,Giàu,Hạnh,Khải,Liễu,Mẫn,Nghĩa,Phượng,Quyên,Sang,Thủy,Út,Vẹn,Xuyến,Yến,Đạt,Sơn}'::text[]) l;

CREATE TEMP TABLE fresh AS
SELECT row_number() OVER () AS n, s.id AS site_id, random() AS kind, timestamptz '2026-11-01' - random() * interval '1800 days' AS at,
    floor((SELECT count(*) FROM headline) * random() ^ 1.5) AS headline, floor((SELECT count(*) FROM person) * random() ^ 2) AS person,
    (1 + floor(random() * 900))::int AS number
FROM site s, generate_series(1, :each - (SELECT count(*) FROM entry e WHERE e.site_id = s.id AND e.status = 'PUBLISHED')) i;

CREATE TEMP TABLE prose AS
SELECT one.n, '<p>' || string_agg(s.text, '</p><p>') || '</p>' AS body
FROM (SELECT n, floor((SELECT count(*) FROM sentence) * random() ^ 1.5) AS sentence FROM fresh, generate_series(1, 9)) one
JOIN sentence s ON s.n = one.sentence GROUP BY one.n;
CREATE UNIQUE INDEX ON prose (n);

CREATE TEMP TABLE made AS
SELECT f.n, f.site_id, f.at, f.number,
    CASE WHEN kind < 0.75 THEN 'ARTICLE' WHEN kind < 0.95 THEN 'LEGAL_DOCUMENT' ELSE 'ANNOUNCEMENT' END AS type,
    (SELECT max(id) FROM entry) + f.n AS entry_id, (SELECT max(id) FROM revision) + f.n AS revision_id,
    h.title || CASE WHEN kind < 0.3 THEN ': gặp ' || p.name ELSE ' năm ' || extract(year FROM f.at) END AS title,
    '<p>' || p.name || '.</p>' || t.body AS body,
    (SELECT min(c.id) FROM category c WHERE c.site_id = f.site_id AND c.slug = CASE WHEN kind < 0.75 THEN
        (ARRAY['tin-tuc-su-kien', 'nong-thon-moi', 'van-hoa-xa-hoi', 'chuyen-doi-so'])[1 + f.number % 4] WHEN kind < 0.95 THEN 'van-ban' ELSE 'thong-bao' END)
        AS category_id
FROM fresh f JOIN headline h ON h.n = f.headline JOIN person p ON p.n = f.person JOIN prose t ON t.n = f.n;

INSERT INTO entry (id, site_id, type, slug, status, category_id, latest_revision_id, published_revision_id, revision_count, first_published_at,
    published_at, lock_version, created_at, changed_at, progress, progress_since)
SELECT entry_id, site_id, type, 'do-' || n, 'PUBLISHED', category_id, revision_id, revision_id, 1, at, at, 0, at, at, 'DONE', at FROM made;

INSERT INTO revision (id, site_id, entry_id, number, title, summary, body, category_id, fields, search_text, words, images, author, saved_by, created_at)
SELECT revision_id, site_id, entry_id, 1, title, left(regexp_replace(body, '<[^>]+>', ' ', 'g'), 160), body, category_id,
    CASE WHEN type = 'LEGAL_DOCUMENT' THEN jsonb_build_object('number', number || (ARRAY['/QĐ-UBND', '/KH-UBND', '/TB-UBND', '/BC-UBND'])[1 + n % 4],
        'documentType', (ARRAY['Quyết định', 'Kế hoạch', 'Thông báo', 'Báo cáo'])[1 + n % 4], 'issuer', 'Ủy ban nhân dân xã', 'issued', at::date)
        ELSE '{}' END, '', 300, 0, '', 'bench', at
FROM made;

SELECT setval('entry_seq', (SELECT max(id) FROM entry)), setval('revision_seq', (SELECT max(id) FROM revision)) \g /dev/null
ANALYZE;

CREATE FUNCTION pg_temp.plain(text text) RETURNS text LANGUAGE sql
    AS $$ SELECT translate(lower(text), 'àáâãèéêìíòóôõùúýăĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ', 'aaaaeeeiioooouuyaiuouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyyd') $$;
-- What people type: some words of a title or a text, mostly without diacritics; a number; a word with a letter missing.
\copy (SELECT s.slug, CASE WHEN dice < 0.12 AND number IS NOT NULL THEN number WHEN dice < 0.2 THEN overlay(words PLACING '' FROM 6 FOR 1) ELSE words END FROM (SELECT site_id, random() AS dice, lower(CASE WHEN random() < 0.6 THEN pg_temp.plain(words) ELSE words END) AS words, number FROM (SELECT m.site_id, CASE WHEN m.type = 'LEGAL_DOCUMENT' THEN m.number || ' qd ubnd' END AS number, array_to_string((string_to_array(regexp_replace(CASE WHEN random() < 0.7 THEN m.title ELSE regexp_replace(m.body, '<[^>]+>', ' ', 'g') END, '[].,;:!?()“”"/%…–-]+', ' ', 'g'), ' '))[1 + (random() * 4)::int : 3 + (random() * 6)::int], ' ') AS words FROM made m ORDER BY md5(m.n::text) LIMIT 60000) cut WHERE length(words) BETWEEN 5 AND 60) typed JOIN site s ON s.id = typed.site_id) TO pstdout
