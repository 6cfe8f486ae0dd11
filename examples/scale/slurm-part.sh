#!/bin/sh
# One task of the array of slurm.sh. Slurm runs a copy of this file, so the folder of the examples is told.
exec sh "$1/part.sh" "$SLURM_ARRAY_TASK_ID" "$2" "$3" "$4"
