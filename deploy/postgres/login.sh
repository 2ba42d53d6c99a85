#!/usr/bin/env bash
# Makes the portal's database user, in a new PostgreSQL container (deploy/compose.yaml); roles.sql has run before.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -v password="$PORTAL_DB_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE portal_login LOGIN PASSWORD :'password';
GRANT portal_owner, portal_app, portal_overseer TO portal_login;
SQL
