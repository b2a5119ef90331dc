#!/bin/sh
# classifier_gain.sh BUILD SQUEEZENET.pth WORK: does normalization help a classifier on another scanner? Five classifiers are
# trained on generated tiles of scanner A and tested on tiles of scanner B from other sections, raw and through a StainNet from B
# to A that was distilled from tile pairs of further sections. The table is in WORK/run/summary.md.
set -eu
cli=$(realpath "$1/bin/isostain-cli")
weights=$(realpath "$2")
mkdir -p "$3"
cd "$3"
"$cli" demo labelled --classification 250 --sections 20 --seed 811 --overwrite
"$cli" demo pairs --slides none --size 20000x16000 --tiles 54 --seed 822 --overwrite
"$cli" train stainnet --source pairs/tiles/b --teacher pairs/tiles/a --steps 600 --hold-out 0 --seed 1 --threads 1 -o net --overwrite
"$cli" train classifier --train labelled/a/train --test labelled/b/test --same-scanner labelled/a/test --weights "$weights" \
    --normalize StainNet=net/stainnet.pth --preset quick --epochs 10 --learning-rate 2e-4 --repeats 5 --seed 21 --threads 1 \
    -o run --overwrite
