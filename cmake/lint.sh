#!/bin/sh
# lint.sh PRESET [files]: clang-tidy, by .clang-tidy, over what was built with that preset; all sources where no files are named.
# Prints what it finds and fails if it finds anything. Needs clang-tidy; the whole tree takes hours of one core.
set -eu
cd "$(dirname "$0")/.."
folder=build/$1
shift
[ -f "$folder/compile_commands.json" ] || {
    echo "lint: $folder does not hold a build; run cmake/build.sh first." >&2
    exit 1
}
command -v clang-tidy >/dev/null || {
    echo "lint: clang-tidy is not installed; its package has the same name." >&2
    exit 1
}
# shellcheck disable=SC2046  # no source has a space in its name
[ $# -gt 0 ] || set -- $(git ls-files 'core/*.cpp' 'widgets/*.cpp' 'app/*.cpp' 'resources/*.cpp' 'tests/*.cpp')

# What it says of the headers of others is theirs: it cannot parse all of LibTorch's. A source that it cannot open at all, it
# tells without a place.
found=$(printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 clang-tidy --quiet -p "$folder" --extra-arg=-Wno-unknown-warning-option 2>/dev/null |
    grep -E "^(error|$PWD/.*(warning|error)):" | sort -u) || true
[ -z "$found" ] || {
    printf '%s\n' "$found" >&2
    exit 1
}
