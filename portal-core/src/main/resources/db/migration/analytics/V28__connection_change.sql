-- What a board connected its site with: EMC, the trust badge, how visits are counted, proofs of ownership. Rows are never
-- changed: the latest of a site is in force, taking back adds one.
CREATE TABLE connection_change (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id bigint NOT NULL,
    -- the whole after the change; what it does not name is as configured
    choice  jsonb NOT NULL,
    undo    boolean NOT NULL,
    by_name text NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX connection_change_latest ON connection_change (site_id, id DESC);
CALL wall_in('connection_change');
REVOKE UPDATE, DELETE ON connection_change FROM portal_app;
