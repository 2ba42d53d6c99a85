-- That those who lead a board were told that its score was published, or that the period was closed. Each is told once.
CREATE TABLE score_told (
    site_id   bigint NOT NULL,
    period_id bigint NOT NULL REFERENCES emulation_period,
    state     text NOT NULL CHECK (state IN ('PUBLISHED', 'CLOSED')),
    at        timestamptz NOT NULL,
    PRIMARY KEY (period_id, state, site_id)
);
CALL wall_in('score_told');
REVOKE UPDATE, DELETE ON score_told FROM portal_app;
