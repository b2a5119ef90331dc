#!/bin/sh
# distillation_folds.sh BUILD DATA WORK [CASE_LENGTH]: five folds by case over DATA/source and DATA/teacher, both recipes on the
# first fold, the fast one on the others, then on all images; prints `name value unit` lines. The case of an image is the first
# CASE_LENGTH (3) characters of its name: a slide's tiles stay on one side. Cases sorted; a case is tested in fold (index mod 5).
set -eu
cli=$1/bin/isostain-cli
data=$(realpath "$2")
work=$3
length=${4:-3}
mkdir -p "$work"

# split FOLD: folders of links
split() {
    rm -rf "$work/fold$1"
    mkdir -p "$work/fold$1/train/source" "$work/fold$1/train/teacher" "$work/fold$1/test/source" "$work/fold$1/test/teacher"
    for file in "$data"/source/*; do
        name=${file##*/}
        index=$(printf '%s\n' "$cases" | grep -nx -- "$(printf '%s' "$name" | cut -c "1-$length")" | cut -d: -f1)
        side=train
        if [ $(((index - 1) % 5)) -eq "$1" ]; then
            side=test
        fi
        ln -s "$file" "$work/fold$1/$side/source/$name"
        ln -s "$data/teacher/$name" "$work/fold$1/$side/teacher/$name"
    done
}

# value RUN KEY
value() {
    sed -n "s/^ *\"$2\": *\([^,]*\),*$/\1/p" "$work/$1/quality.json"
}

# train RUN FOLD RECIPE
train() {
    "$cli" train stainnet --source "$work/fold$2/train/source" --teacher "$work/fold$2/train/teacher" \
        --test-source "$work/fold$2/test/source" --test-teacher "$work/fold$2/test/teacher" --recipe "$3" --seed 1 \
        -o "$work/$1" --overwrite >"$work/$1.log"
    echo "fold$2_$3_test_l1 $(value "$1" test-l1) of_2"
    echo "fold$2_$3_training $(value "$1" training-seconds) s"
}

cases=$(for file in "$data"/source/*; do basename "$file" | cut -c "1-$length"; done | LC_ALL=C sort -u)
for fold in 0 1 2 3 4; do
    split $fold
    train "fast$fold" $fold fast
done
train paper0 0 paper
echo "fold0_fast_over_paper $(echo "$(value fast0 test-l1) $(value paper0 test-l1)" | awk '{ print $1 / $2 }') ratio"
begin=$(date +%s.%N)
"$cli" train stainnet --source "$data/source" --teacher "$data/teacher" --hold-out 0 --seed 1 -o "$work/all" --overwrite >"$work/all.log"
echo "all_fast_training $(value all training-seconds) s"
echo "all_fast_command $(date +%s.%N | awk -v begin="$begin" '{ print $1 - begin }') s"
