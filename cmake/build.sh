#!/bin/sh
# build.sh PRESET [cmake options] [-- targets]: configures and builds quietly; on failure shows the end of the log.
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
options=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    options="$options $1"
    shift
done
[ $# -eq 0 ] || shift

folder=build/$preset
mkdir -p "$folder"
log=$folder/build.log
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

failed() {
    grep -E -A 12 'error|FAILED|Error' "$log" | head -n 60 >&2 || true
    tail -n 15 "$log" >&2
    echo "The build failed; the whole log is in $log." >&2
    exit 1
}
# shellcheck disable=SC2086  # the options are meant to be split
cmake --preset "$preset" $options >"$log" 2>&1 || failed
if [ $# -gt 0 ]; then
    cmake --build "$folder" --target "$@" >>"$log" 2>&1 || failed
else
    cmake --build "$folder" >>"$log" 2>&1 || failed
fi
