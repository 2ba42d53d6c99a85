-- Of a sample of the copies that bench-likeness.sql made: how many of those with an overlap of 80 % and more were found, and how many found
-- ones have less than 79 %: the portal reads without tone marks, so that a few runs more are the same to it. The overlap is computed here, from the texts.
WITH sample AS (SELECT * FROM bench_copy ORDER BY md5(entry_id::text) LIMIT 4000),
syllable AS (
    SELECT e.id, word.at, lower(word.text) AS text FROM (SELECT entry_id AS id FROM sample UNION SELECT source_id FROM sample) e
    JOIN revision r ON r.entry_id = e.id, regexp_split_to_table(btrim(regexp_replace(r.body, '<[^>]+>|[.]', ' ', 'g')), '\s+') WITH ORDINALITY AS word (text, at)),
run AS (
    SELECT DISTINCT id, text || ' ' || lead(text, 1) OVER w || ' ' || lead(text, 2) OVER w || ' ' || lead(text, 3) OVER w || ' ' || lead(text, 4) OVER w AS text
    FROM syllable WINDOW w AS (PARTITION BY id ORDER BY at)),
overlap AS (
    SELECT s.entry_id, s.source_id, count(o.id)::float / count(*) AS part FROM sample s JOIN run r ON r.id = s.entry_id AND r.text IS NOT NULL
    LEFT JOIN run o ON o.id = s.source_id AND o.text = r.text GROUP BY s.entry_id, s.source_id)
SELECT count(*) FILTER (WHERE part >= 0.8) AS wanted, count(l.entry_id) FILTER (WHERE part >= 0.8) AS found,
    count(l.entry_id) FILTER (WHERE part < 0.79) AS wrong,
    round(max(abs(l.overlap - floor(part * 100))) FILTER (WHERE part >= 0.8)::numeric, 1) AS off
FROM overlap LEFT JOIN text_likeness l ON l.entry_id = overlap.entry_id AND l.other_entry = overlap.source_id;
