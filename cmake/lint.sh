#!/bin/sh
# lint.sh PRESET [files]: clang-tidy, by .clang-tidy, over what was built with that preset; all sources where no files are named.
# Prints what it finds and fails if it finds anything. Needs clang-tidy; takes about an hour of one core.
set -eu
cd "$(dirname "$0")/.."
folder=build/$1
shift
[ -f "$folder/compile_commands.json" ] || {
    echo "lint: $folder does not hold a build; run cmake/build.sh first." >&2
    exit 1
}
[ $# -gt 0 ] || set -- $(git ls-files 'core/*.cpp' 'widgets/*.cpp' 'app/*.cpp' 'resources/*.cpp' 'tests/*.cpp')

found=$(mktemp)
trap 'rm -f "$found"' EXIT
# It counts what it suppressed on standard error.
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p "$folder" 2>/dev/null >"$found" || failed=1
sort -u "$found" | grep -E '(warning|error):' || [ -z "${failed:-}" ] || { cat "$found" >&2; exit 1; }
! grep -qE '(warning|error):' "$found"
