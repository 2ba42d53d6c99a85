-- The sites of Matomo that the portal has made, or found there by their address. What the tenant configuration says comes first.
CREATE TABLE matomo_site (
    site_id bigint PRIMARY KEY,
    matomo  int NOT NULL UNIQUE CHECK (matomo > 0),
    at      timestamptz NOT NULL DEFAULT now()
);
CALL wall_in('matomo_site');
