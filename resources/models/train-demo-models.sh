#!/bin/sh
# Trains the two bundled demo profiles anew, end to end: generates tiles of seeds other than the demo slides', trains a StainGAN
# from scanner A to scanner B on two sections that share no place, distills a StainNet from it, and measures both on tile pairs of
# a third section. Run in the project's root. Takes about 35 minutes of processor time for both.
set -eu
cli=${ISOSTAIN_CLI:-build/release/bin/isostain-cli}
work=build/demo-models

train() {
    stain=$1 name=$2 settings=$3
    tiles="--stain $stain --slides none --size 20000x16000"
    "$cli" demo "$work/$stain-source" $tiles --tiles 200 --seed 501 --overwrite
    "$cli" demo "$work/$stain-target" $tiles --tiles 200 --seed 503 --overwrite
    "$cli" demo "$work/$stain-test" $tiles --tiles 50 --seed 602 --overwrite
    gan="--preset quick $settings --seed 1 --threads 1"
    "$cli" train staingan --source "$work/$stain-source/tiles/a" --target "$work/$stain-target/tiles/b" $gan \
        -o "$work/$stain-staingan" --overwrite
    "$cli" train stainnet --source "$work/$stain-source/tiles/a" --staingan "$work/$stain-staingan/generator.pth" \
        --test-source "$work/$stain-test/tiles/a" --test-teacher "$work/$stain-test/tiles/b" -o "$work/$stain-stainnet" \
        --steps 2000 --seed 1 --threads 1 --stain "$stain" --name "$name" --demo-slides-only --mpp 0.25 \
        --source-scanner "Demo scanner A" --target-scanner "Demo scanner B" \
        --description "Trained on generated tissue: shows what normalization does on the demo slides, and suits nothing else." \
        --provenance "resources/models/train-demo-models.sh: train staingan $gan, then train stainnet" --overwrite
    "$cli" evaluate --source "$work/$stain-test/tiles/a" --target "$work/$stain-test/tiles/b" --method source --method reinhard \
        --method macenko --method vahadane --method khan --method "staingan=$work/$stain-staingan/generator.pth" \
        --method "stainnet=$work/$stain-stainnet/stainnet.pth" -o "$work/$stain-evaluation" --overwrite
    cp "$work/$stain-stainnet/profile.json" "resources/models/demo-$stain.json"
}

train he "Demo H&E (scanner A to B)" "--epochs 60 --decay-epochs 60"
# Smears are mostly glass: in small crops an instance norm sees nothing else, so they are large here.
train pap "Demo Pap (scanner A to B)" "--crop 192 --batch 1 --epochs 30 --decay-epochs 30 --steps-per-epoch 30"
