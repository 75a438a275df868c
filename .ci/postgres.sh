# Sourced by .ci/run. start_postgres makes a server in a temporary folder and sets $postgres_url; stop_postgres ends it.

start_postgres() {
  find_postgres || install_postgres
  postgres_folder=$(mktemp -d /tmp/herald-postgres-XXXXXX)
  local port=$((20000 + RANDOM % 20000))
  [ "$(id -u)" = 0 ] && chown postgres "$postgres_folder"
  as_postgres "$postgres_bin/initdb" --pgdata="$postgres_folder/data" --username=postgres --auth=trust --encoding=UTF8 >/dev/null
  as_postgres "$postgres_bin/pg_ctl" --pgdata="$postgres_folder/data" --log="$postgres_folder/log" --wait \
    --options="-p $port -k $postgres_folder -c listen_addresses=127.0.0.1 -c max_connections=200" start >/dev/null ||
    { cat "$postgres_folder/log"; return 1; }
  postgres_url="postgres://postgres@127.0.0.1:$port/postgres"
  "$postgres_bin/postgres" --version
}

stop_postgres() {
  as_postgres "$postgres_bin/pg_ctl" --pgdata="$postgres_folder/data" --mode=immediate stop >/dev/null || true
  rm -rf "$postgres_folder"
}

# Debian keeps the server's programs in a folder per version, off the path.
find_postgres() {
  local initdb
  initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1 || true)
  [ -n "$initdb" ] || initdb=$(command -v initdb || true)
  [ -n "$initdb" ] && postgres_bin=$(dirname "$(readlink -f "$initdb")")
}

install_postgres() {
  [ "$(id -u)" = 0 ] || { echo "There is no Postgres here, and only root can install one." >&2; return 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
  find_postgres
}

# Postgres refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd /tmp && runuser -u postgres -- "$@"); else "$@"; fi
}
