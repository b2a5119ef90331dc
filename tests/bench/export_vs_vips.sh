#!/bin/sh
# Normalized export against `vips tiffsave`, which only copies: the same slide, file system and layout (tiles of 256, JPEG
# quality 85, 4:2:0, full pyramid), warm cache, taking turns; medians. One `name value unit` per line.
# usage: export_vs_vips.sh BUILD PROFILE SLIDE.tif... [RUNS=5 in the environment]
# Debian packages: libvips-tools, time. Large slides: see docs/benchmarks.md.
set -eu
[ $# -ge 3 ] || { sed -n '2,6p' "$0" >&2; exit 2; }
build=$1 profile=$2
shift 2
runs=${RUNS:-5}
work=$(mktemp -d "${TMPDIR:-/tmp}/isostain-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

# measure LABEL COMMAND...: appends "seconds kilobytes user system" to $work/LABEL
measure() {
    label=$1
    shift
    /usr/bin/time -o "$work/time" -f '%e %M %U %S' "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    tail -n 1 "$work/time" >>"$work/$label"
}
# column FILE NUMBER: the median of a column
column() { sort -g -k "$2,$2" "$1" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'; }
largest() { awk '{ if ($2 > m) m = $2 } END { printf "%.0f", m / 1024 }' "$1"; }
cpu() { awk '{ s += $3 + $4 } END { printf "%.2f", s / NR }' "$1"; }

for slide in "$@"; do
    name=$(basename "$slide")
    name=${name%.*}
    cat "$slide" >/dev/null
    rm -f "$work/ours" "$work/vips" "$work/limits"
    run=0
    while [ "$run" -lt "$runs" ]; do
        rm -rf "$work/out"   # what is finished would not be exported again
        measure ours "$build/bin/isostain-cli" export "$slide" -o "$work/out" --profile "$profile"
        measure vips vips tiffsave "$slide" "$work/vips.tif" --tile --tile-width 256 --tile-height 256 --pyramid \
            --compression jpeg --Q 85 --bigtiff
        "$build/bench/bench_export" --limit "$slide" | awk '{ print $2 }' >>"$work/limits"
        run=$((run + 1))
    done
    ours=$(column "$work/ours" 1) vips=$(column "$work/vips" 1) limit=$(column "$work/limits" 1)
    echo "${name}_export $ours s"
    echo "${name}_vips $vips s"
    echo "${name}_vips_over_export $(echo "$vips $ours" | awk '{ printf "%.2f", $1 / $2 }') ratio"
    echo "${name}_libjpeg_turbo_limit $limit s"
    echo "${name}_share_of_limit $(echo "$limit $ours" | awk '{ printf "%.2f", $1 / $2 }') ratio"
    echo "${name}_export_cpu $(cpu "$work/ours") s"
    echo "${name}_vips_cpu $(cpu "$work/vips") s"
    echo "${name}_export_peak_memory $(largest "$work/ours") MiB"
    echo "${name}_vips_peak_memory $(largest "$work/vips") MiB"
done
