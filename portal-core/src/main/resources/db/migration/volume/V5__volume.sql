-- What was done with entries, written in the transaction that did it. Reports read these facts and never recount.
CREATE TABLE volume_fact (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id  bigint NOT NULL,
    entry_id bigint NOT NULL,
    act      text NOT NULL CHECK (act IN ('PUBLISHED', 'REVISED', 'WITHDRAWN')),
    day      date NOT NULL,
    at       timestamptz NOT NULL,
    type     text NOT NULL,
    category text,
    words    int NOT NULL,
    images   int NOT NULL,
    shared   boolean NOT NULL
);
CREATE INDEX volume_fact_period ON volume_fact (day, site_id) INCLUDE (act, type);
CREATE INDEX volume_fact_entry ON volume_fact (site_id, entry_id);
CALL wall_in('volume_fact');
-- facts are added, not edited
REVOKE UPDATE, DELETE ON volume_fact FROM portal_app;
