#!/bin/sh
# staingan_quick.sh BUILD WORK [STAIN]: trains a StainGAN with the preset "quick" three times (seeds 1 to 3) on generated tiles of
# two scanners and two sections, so that no place is seen by both, and measures on 50 tile pairs of a third section beside the
# fitted methods. Prints `name value unit` lines; the tables are in WORK/STAIN-evaluation/summary.md.
set -eu
cli=$(realpath "$1/bin/isostain-cli")
work=$2
stain=${3:-he}
mkdir -p "$work"
cd "$work"

tiles() {
    "$cli" demo "$stain-$1" --stain "$stain" --slides none --size 20000x16000 --tiles "$3" --seed "$2" --overwrite >/dev/null
}

tiles source 501 200
tiles target 503 200
tiles test 602 50
methods=
for seed in 1 2 3; do
    begin=$(date +%s.%N)
    "$cli" train staingan --source "$stain-source/tiles/a" --target "$stain-target/tiles/b" --preset quick --seed $seed \
        -o "$stain-quick$seed" --overwrite >"$stain-quick$seed.log"
    echo "seed${seed}_training $(date +%s.%N | awk -v begin="$begin" '{ print $1 - begin }') s"
    methods="$methods --method staingan=$stain-quick$seed/generator.pth"
done
"$cli" evaluate --source "$stain-test/tiles/a" --target "$stain-test/tiles/b" --method source --method reinhard \
    --method macenko --method vahadane --method khan $methods -o "$stain-evaluation" --overwrite
