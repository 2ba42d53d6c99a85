-- Each time all rows of search_document were made anew by command, site by site.
CREATE TABLE search_again (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    analysis int NOT NULL,
    -- all sites up to this one are through
    done_to  bigint NOT NULL DEFAULT 0,
    begun    timestamptz NOT NULL DEFAULT now(),
    ended    timestamptz
);
GRANT SELECT, INSERT, UPDATE ON search_again TO portal_app;
GRANT SELECT ON search_again TO portal_overseer;
