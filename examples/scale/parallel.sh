#!/bin/sh
# All parts on the cores of this machine, with GNU parallel: parallel.sh PARTS LIST FOLDER [options of lint]
# Then: gov-report merge FOLDER/part-*-of-PARTS.ndjson -f pretty -f xlsx:problems.xlsx
# On several machines add --sshloginfile HOSTS --workdir . to parallel; LIST, the reports and FOLDER lie where all of them see them.
set -u
here=$(cd "$(dirname "$0")" && pwd)
parts=$1 list=$2 folder=$3
shift 3
seq "$parts" | parallel --will-cite --jobs "${CORES:-100%}" --retries 2 sh "$here/part.sh" {} "$parts" "$list" "$folder" "$@"
