"""All parts as one Spark job: spark-submit --files part.sh,spark-parts.sh spark.py PARTS LIST FOLDER

LIST, the reports and FOLDER lie where every worker sees them. A task that fails is run again by Spark; part.sh checks nothing twice.
Then: gov-report merge FOLDER/part-*-of-PARTS.ndjson -f xlsx:problems.xlsx
"""
import shlex
import sys

from pyspark import SparkContext, SparkFiles

parts, reports, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3]
context = SparkContext(appName="gov-report")
command = shlex.join(["sh", SparkFiles.get("spark-parts.sh"), SparkFiles.get("part.sh"), str(parts), reports, folder])
for line in context.parallelize(range(1, parts + 1), parts).pipe(command, checkCode=True).collect():
    print(line)
