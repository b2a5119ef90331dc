#!/bin/sh
# Trains the two bundled demo profiles anew: generates tiles of seeds other than the demo slides', distills a StainNet from
# scanner A to scanner B on each, and measures it on tiles of a third seed. Run in the project's root. Takes some
# minutes, most of them for the tiles.
set -eu
cli=${ISOSTAIN_CLI:-build/release/bin/isostain-cli}
work=build/demo-models

train() {
    stain=$1 name=$2
    make_train="demo $work/$stain-train --stain $stain --slides none --size 20000x16000 --tiles 200 --seed 101"
    make_test="demo $work/$stain-test --stain $stain --slides none --size 20000x16000 --tiles 50 --seed 202"
    "$cli" $make_train --overwrite
    "$cli" $make_test --overwrite
    "$cli" train stainnet --source "$work/$stain-train/tiles/a" --teacher "$work/$stain-train/tiles/b" \
        --test-source "$work/$stain-test/tiles/a" --test-teacher "$work/$stain-test/tiles/b" -o "$work/$stain" \
        --steps 2000 --seed 1 --threads 1 --stain "$stain" --name "$name" --demo-slides-only --mpp 0.25 \
        --source-scanner "Demo scanner A" --target-scanner "Demo scanner B" \
        --description "Trained on generated tissue: shows what normalization does on the demo slides, and suits nothing else." \
        --provenance "isostain-cli $make_train" --overwrite
    cp "$work/$stain/profile.json" "resources/models/demo-$stain.json"
}

train he "Demo H&E (scanner A to B)"
train pap "Demo Pap (scanner A to B)"
