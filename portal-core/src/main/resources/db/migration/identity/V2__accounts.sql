-- Accounts belong to people, not to sites: one account may work for many.
CREATE TABLE account (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username      text NOT NULL UNIQUE CHECK (username = lower(username)),
    display_name  text NOT NULL,
    password_hash text NOT NULL,
    enabled       boolean NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE membership (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id  bigint NOT NULL REFERENCES account,
    role        text NOT NULL CHECK (role IN ('CONTRIBUTOR', 'EDITOR', 'CHIEF_EDITOR', 'AREA_MONITOR', 'PROVINCE_ADMIN', 'OPERATOR')),
    site_id     bigint,
    area_id     bigint,
    province_id bigint,
    CHECK (num_nonnulls(site_id, area_id, province_id) = 1),
    CHECK ((role IN ('CONTRIBUTOR', 'EDITOR', 'CHIEF_EDITOR')) = (site_id IS NOT NULL)),
    CHECK ((role = 'AREA_MONITOR') = (area_id IS NOT NULL)),
    UNIQUE NULLS NOT DISTINCT (account_id, role, site_id, area_id, province_id)
);
CREATE INDEX membership_site ON membership (site_id);

-- Failed logins, to slow down guessing: by account and by address.
CREATE TABLE login_failure (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin text NOT NULL,
    at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX login_failure_origin ON login_failure (origin, at);

-- Sessions of the newsroom, shared by all nodes (tables of Spring Session).
CREATE TABLE spring_session (
    primary_id            char(36) NOT NULL PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON account, membership, login_failure, spring_session, spring_session_attributes TO portal_app;
GRANT SELECT ON account, membership TO portal_overseer;
