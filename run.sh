#!/bin/sh
# Installs what is missing, builds, makes a demo slide and opens the viewer on it. Without a display it does the same job
# headlessly: a normalized slide and a side-by-side picture. `./run.sh SLIDE` opens a slide of your own.
set -eu

# Slides are named from where the caller stands.
for argument; do
    shift
    case $argument in
    /* | -*) ;;
    *) argument=$PWD/$argument ;;
    esac
    set -- "$@" "$argument"
done

cd "$(dirname "$0")"
./cmake/install-dependencies.sh
[ -x build/release/bin/isostain ] || echo "Building Isostain; the first time takes some minutes."
./cmake/build.sh release -- isostain isostain-cli isostain-torch

bin=build/release/bin
demo=build/demo
slide=$demo/demo-he-scanner-a.tif
profile=resources/models/demo-he.json
if [ ! -f "$slide" ]; then
    echo "Making a demo slide."
    "$bin/isostain-cli" demo "$demo" --stain he --overwrite
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    [ $# -gt 0 ] || set -- "$slide"
    exec "$bin/isostain" "$@"
fi

if [ $# -gt 0 ]; then
    echo "There is no display, and the bundled model suits demo slides only. Try: $bin/isostain-cli export $1 -o DIR --profile FILE" >&2
    exit 1
fi
echo "There is no display, so the demo slide is normalized without a window."
"$bin/isostain-cli" export "$slide" -o out --profile "$profile" --overwrite
"$bin/isostain-cli" snapshot "$slide" out/side-by-side.png --profile "$profile" --overwrite
echo "Normalized slide:      $PWD/out/demo-he-scanner-a.tif"
echo "Source and normalized: $PWD/out/side-by-side.png"
