#!/bin/sh
# clean_install.sh BUILD: makes the Debian package of a build, installs it into a bare Debian of this machine's release, opens a demo
# slide there in a virtual display, purges the package and looks for what it left. Needs root and Debian's packages from the
# mirror that this machine uses; takes about a minute. 77: something to do it with is missing.
set -eu
build=$1
. /etc/os-release
[ "$(id -u)" -eq 0 ] && [ "$ID" = debian ] && command -v debootstrap >/dev/null || {
    echo "clean_install: needs root on Debian, and debootstrap."
    exit 77
}
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
work=$(mktemp -d)
bare=$work/bare
umount_all() {
    umount "$bare/dev" "$bare/proc" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap umount_all EXIT

fail() {
    echo "FAIL: $*" >&2
    [ ! -e "$work/log" ] || tail -n 20 "$work/log" >&2
    exit 1
}
skip() {
    tail -n 3 "$work/log"
    echo "clean_install: $*."
    exit 77
}
inside() { chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/user LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@" >>"$work/log" 2>&1; }
# Everything but what packaging, caches and logs keep of themselves.
files() {
    (cd "$bare" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg \
        -o -path ./var/lib/apt -o -name '*.cache' -o -path ./usr/share/mime \) -prune -o -print | sort)
}

(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work" >"$work/log" 2>&1) || fail "cpack"
debootstrap --variant=minbase "$VERSION_CODENAME" "$bare" "$mirror" >>"$work/log" 2>&1 || skip "no bare system could be made here"
cp /etc/apt/apt.conf.d/* "$bare/etc/apt/apt.conf.d/"
mount --bind /proc "$bare/proc" && mount --bind /dev "$bare/dev" || skip "nothing may be mounted here"
mkdir -p "$bare/home/user"
package=$(ls "$work"/isostain_*.deb)
cp "$package" "$bare/tmp/isostain.deb"
inside apt-get update -qq || skip "the mirror cannot be reached"
inside apt-get install -y -qq --no-install-recommends xvfb xauth || skip "xvfb could not be installed"
inside apt-get satisfy -y -qq --no-install-recommends "$(dpkg-deb -f "$package" Depends)" || fail "the dependencies"
files >"$work/before"

inside dpkg -i /tmp/isostain.deb || fail "dpkg -i: a dependency is missing"
inside isostain-cli demo /tmp/demo --slides a --size 2048x2048 --tiles 0 || fail "isostain-cli demo"
inside xvfb-run -a isostain /tmp/demo/demo-he-scanner-a.tif --profile builtin:macenko --size 1000x700 --screenshot /tmp/shot.png || fail "isostain"
[ "$(stat -c %s "$bare/tmp/shot.png")" -gt 100000 ] || fail "the picture of the window is empty"
inside dpkg --purge isostain || fail "dpkg --purge"
files >"$work/after"
diff "$work/before" "$work/after" >&2 || fail "files are left, or lost"
echo "Installed into a bare Debian $VERSION_ID, opened a slide, removed without a trace."
