#!/bin/sh
# Installs what is missing, builds everything and runs every test. Needs no GPU, no display and no network beyond the packages.
set -eu
cd "$(dirname "$0")"
./cmake/install-dependencies.sh

# Warnings are errors where changes are judged.
werror=OFF
[ -z "${CI:-}" ] || werror=ON

echo "Building (release)."
./cmake/build.sh release -DISOSTAIN_WERROR=$werror
echo "Building core and isostain-cli without Qt."
./cmake/build.sh core-only -DISOSTAIN_WERROR=$werror
if ldd build/core-only/bin/isostain-cli | grep -E 'libQt|libtorch|libopencv_(imgcodecs|highgui)|libgdal'; then
    echo "isostain-cli must not link the libraries above." >&2
    exit 1
fi

echo "Testing."
(cd build/release && ctest --output-on-failure --no-tests=error "$@")

# Where changes are judged, the package is installed into a bare system: that takes a mirror, and root.
if [ -n "${CI:-}" ]; then
    tests/installer/clean_install.sh "$PWD/build/release" || [ $? -eq 77 ]
fi
