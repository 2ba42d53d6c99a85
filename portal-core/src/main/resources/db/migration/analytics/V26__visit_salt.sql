-- What makes the visitors of a day recognisable on that day, on all nodes, and unrecognisable afterwards. Belongs to no site.
CREATE TABLE visit_salt (
    day  date PRIMARY KEY,
    salt bytea NOT NULL CHECK (length(salt) >= 16)
);
GRANT SELECT, INSERT, DELETE ON visit_salt TO portal_app;
