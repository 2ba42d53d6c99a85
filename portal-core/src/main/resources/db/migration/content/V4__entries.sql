CREATE SEQUENCE category_seq INCREMENT BY 50;
CREATE SEQUENCE entry_seq INCREMENT BY 50;
CREATE SEQUENCE revision_seq INCREMENT BY 50;

CREATE TABLE category (
    id       bigint PRIMARY KEY,
    site_id  bigint NOT NULL,
    slug     text NOT NULL,
    name     text NOT NULL,
    position int NOT NULL,
    in_menu  boolean NOT NULL,
    UNIQUE (site_id, slug)
);
CALL wall_in('category');

-- The identity of what a site publishes. Its text is in its revisions; the published one, if any, is what citizens see.
CREATE TABLE entry (
    id                    bigint PRIMARY KEY,
    site_id               bigint NOT NULL,
    type                  text NOT NULL,
    slug                  text NOT NULL,
    status                text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    category_id           bigint REFERENCES category,
    latest_revision_id    bigint,
    published_revision_id bigint,
    revision_count        int NOT NULL DEFAULT 0,
    first_published_at    timestamptz,
    published_at          timestamptz,
    revised_at            timestamptz,
    withdrawn_at          timestamptz,
    import_key            text,
    lock_version          int NOT NULL,
    created_at            timestamptz NOT NULL,
    changed_at            timestamptz NOT NULL,
    CHECK ((status = 'PUBLISHED') = (published_revision_id IS NOT NULL)),
    CHECK (status <> 'PUBLISHED' OR published_at IS NOT NULL),
    UNIQUE (site_id, type, slug),
    UNIQUE (site_id, import_key)
);
CREATE INDEX entry_latest ON entry (site_id, type, published_at DESC) WHERE status = 'PUBLISHED';
CREATE INDEX entry_category ON entry (site_id, category_id, published_at DESC) WHERE status = 'PUBLISHED';
CREATE INDEX entry_province ON entry (published_at DESC) WHERE status = 'PUBLISHED' AND type = 'ARTICLE';
CREATE INDEX entry_newsroom ON entry (site_id, changed_at DESC);
CREATE INDEX entry_import ON entry (import_key) WHERE import_key IS NOT NULL;
CALL wall_in('entry');

-- One save of an entry. Never changed afterwards.
CREATE TABLE revision (
    id           bigint PRIMARY KEY,
    site_id      bigint NOT NULL,
    entry_id     bigint NOT NULL REFERENCES entry,
    number       int NOT NULL,
    title        text NOT NULL,
    summary      text NOT NULL,
    body         text NOT NULL,
    category_id  bigint REFERENCES category,
    fields       jsonb NOT NULL,
    search_text  text NOT NULL,
    cover        jsonb,
    words        int NOT NULL,
    images       int NOT NULL,
    author       text NOT NULL,
    saved_by     text NOT NULL,
    created_at   timestamptz NOT NULL,
    UNIQUE (entry_id, number)
);
CALL wall_in('revision');
-- immutable: the application has no right to change or remove a save
REVOKE UPDATE, DELETE ON revision FROM portal_app;
GRANT USAGE ON SEQUENCE category_seq, entry_seq, revision_seq TO portal_app;
