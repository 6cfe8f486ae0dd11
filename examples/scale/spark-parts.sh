#!/bin/sh
# What Spark pipes the numbers of parts through, one a line: spark-parts.sh PART.SH PARTS LIST FOLDER
while read -r part; do
  sh "$1" "$part" "$2" "$3" "$4" </dev/null || exit
  echo "$4/part-$part-of-$2.ndjson"
done
