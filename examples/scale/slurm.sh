#!/bin/sh
# All parts as a Slurm array, and the merge behind them: slurm.sh PARTS LIST FOLDER [options of merge]
# Prints the number of the merge's job. It starts when every part is there; after a failure call it again: parts that are there take no time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
parts=$1 list=$2 folder=$3
shift 3
mkdir -p "$folder"
array=$(sbatch --parsable --job-name gov-report --array "1-$parts" --cpus-per-task 1 --mem "${MEMORY:-1G}" --requeue --output "$folder/part-%a.log" \
  "$here/slurm-part.sh" "$here" "$parts" "$list" "$folder")
exec sbatch --parsable --job-name gov-report-merge --dependency "afterok:${array%%;*}" --mem "${MERGE_MEMORY:-2G}" --output "$folder/merge.log" \
  "$here/slurm-merge.sh" "$here" "$parts" "$folder" "$@"
