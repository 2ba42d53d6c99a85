-- What people look for, per day and query: how often, and how often nothing had all the words. Nothing about who asked.
-- The empty query stands for all that is counted without its words: what looks personal, and what is beyond a day's bound.
CREATE TABLE search_count (
    site_id bigint NOT NULL,
    day     date NOT NULL,
    query   text NOT NULL CHECK (length(query) <= 60),
    folded  text NOT NULL,
    times   int NOT NULL CHECK (times > 0),
    missed  int NOT NULL CHECK (missed BETWEEN 0 AND times),
    PRIMARY KEY (site_id, day, query)
);
CALL wall_in('search_count');

-- The same of the province's own face, which belongs to no site.
CREATE TABLE province_search_count (
    day    date NOT NULL,
    query  text NOT NULL CHECK (length(query) <= 60),
    folded text NOT NULL,
    times  int NOT NULL CHECK (times > 0),
    missed int NOT NULL CHECK (missed BETWEEN 0 AND times),
    PRIMARY KEY (day, query)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON province_search_count TO portal_app;
GRANT SELECT ON province_search_count TO portal_overseer;
