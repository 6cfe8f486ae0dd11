#!/bin/sh
# The last job of slurm.sh: slurm-merge.sh EXAMPLES PARTS FOLDER [options of merge]
parts=$2 folder=$3
shift 3
rm -f "$folder/all.json"
${GOV_REPORT:-gov-report} merge "$folder"/part-*-of-"$parts".ndjson -f "json:$folder/all.json" "$@"
status=$?
# Errors in reports are findings, not a failed job.
[ "$status" -le 2 ] && [ -e "$folder/all.json" ] && exit 0
exit "$status"
