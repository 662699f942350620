#!/usr/bin/env bash
# Keeps mailboxes the same no longer: unsubscribe.sh FILE. Nothing is deleted on either side.
# FILE has one address on a line. The server and who asks are said by --server and --login; see README.
set -euo pipefail
jar="$(dirname "${BASH_SOURCE[0]}")/cli/target/kalends/kalends.jar"
[ -f "$jar" ] || jar="$(dirname "${BASH_SOURCE[0]}")/kalends.jar"
[ -f "$jar" ] || { echo "kalends.jar is not there: run 'mvn -DskipTests package', or put this script beside it" >&2; exit 2; }
exec java -jar "$jar" exchange unsubscribe "$@"
