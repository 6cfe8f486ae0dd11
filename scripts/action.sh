#!/usr/bin/env bash
# What the GitHub action runs: GOV_REPORT_PATHS and GOV_REPORT_ARGUMENTS hold one entry a line, so that names may have blanks.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[ -e "$home/dist/cli/command.js" ] || (cd "$home" && npm ci --no-audit --no-fund --no-progress >&2)
entries() { printf '%s\n' "$1" | sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' -e '/^$/d'; }
mapfile -t paths < <(entries "${GOV_REPORT_PATHS:-}")
mapfile -t arguments < <(entries "${GOV_REPORT_ARGUMENTS:-}")
exec node "$home/bin/gov-report.js" lint --format github --format "json:${RUNNER_TEMP:-/tmp}/gov-report.json" "${arguments[@]}" -- "${paths[@]}"
