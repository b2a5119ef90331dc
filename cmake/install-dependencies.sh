#!/bin/sh
# Installs what building, running and testing Isostain needs, on Debian 12 or later and Ubuntu 23.04 or later.
# Does nothing, quickly, when everything is there. Other systems: the list in README.md.
set -eu

packages='
build-essential cmake ninja-build ccache pkgconf
qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6opengl6-dev qt6-svg-dev libgl-dev libvulkan-dev libqcustomplot-dev
libopenslide-dev libopencv-dev libtiff-dev libjpeg-dev libturbojpeg0-dev libspng-dev liblcms2-dev libzip-dev libtbb-dev libpugixml-dev libdcmtk-dev
libssl-dev libcli11-dev nlohmann-json3-dev libexpected-dev
libtorch-dev libopenblas0-pthread
xvfb xauth libgl1-mesa-dri openslide-tools libvips-tools
desktop-file-utils appstream man-db
'
# Where changes are judged, the job array is tested on a real Slurm and the package in a bare system; nobody else gets these for a
# test.
[ -z "${CI:-}" ] || packages="$packages slurmctld slurmd slurm-client munge debootstrap"

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "install-dependencies: this is not Debian or Ubuntu. Install the packages listed under \"Other systems\" in README.md." >&2
    exit 1
fi

missing=
for package in $packages; do
    # A package counts as there when it, or one that provides it, is installed.
    if ! dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed'; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "install-dependencies: these packages are missing and there is no sudo. As root, run: apt-get install$missing" >&2
        exit 1
    }
    as_root=sudo
fi

echo "Installing$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # the list is meant to be split
if ! { $as_root apt-get update -qq &&
       $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "install-dependencies: the packages could not be installed; see the messages above." >&2
    exit 1
fi
