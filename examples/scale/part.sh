#!/bin/sh
# Checks one part of a run: part.sh PART PARTS LIST FOLDER [options of lint]
# The results are FOLDER/part-PART-of-PARTS.ndjson, whole or not at all. A part that is there is not checked again, so a failed run is simply started
# again. Ends 0 when the results are there, also when they hold errors (lint ends 1) or files that could not be read (2): those are findings, not a
# failed task. Any other end is a failure: run it again.
set -u
part=$1 parts=$2 list=$3 folder=$4
shift 4
results=$folder/part-$part-of-$parts.ndjson
[ -e "$results" ] && exit 0
mkdir -p "$folder"
${GOV_REPORT:-gov-report} lint --files-from "$list" --shard "$part/$parts" -f "ndjson:$results" --jobs "${JOBS:-1}" "$@"
status=$?
[ -e "$results" ] && exit 0
# Nothing was written: whatever lint says, there are no results.
[ "$status" -ne 0 ] || status=1
exit "$status"
