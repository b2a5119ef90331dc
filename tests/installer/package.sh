#!/bin/sh
# package.sh BUILD SOURCE: makes the Debian packages of a build, unpacks them into a folder, and runs what is there: nothing may
# depend on the build tree or tell where it was. Checks desktop entry, metadata and manual pages. 77: something to do it with is
# missing.
set -eu
build=$1 source=$2
for tool in cpack dpkg-deb dpkg-shlibdeps desktop-file-validate appstreamcli man; do
    command -v $tool >/dev/null || {
        echo "$tool is not installed"
        exit 77
    }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAIL: $*" >&2
    exit 1
}

(cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work" >"$work/log" 2>&1) || {
    cat "$work/log"
    fail "cpack"
}
main=$(ls "$work"/isostain_*.deb) || fail "no package isostain"
root=$work/root
mkdir "$root"
for package in "$work"/*.deb; do
    dpkg-deb -x "$package" "$root"
done

for file in usr/bin/isostain usr/bin/isostain-cli usr/share/applications/org.isostain.Isostain.desktop \
    usr/share/metainfo/org.isostain.Isostain.metainfo.xml usr/share/mime/packages/isostain-mime.xml \
    usr/share/icons/hicolor/scalable/apps/org.isostain.Isostain.svg usr/share/man/man1/isostain.1 \
    usr/share/man/man1/isostain-cli.1 usr/share/bash-completion/completions/isostain-cli usr/share/doc/isostain/copyright; do
    [ -e "$root/$file" ] || [ -e "$root/$file.gz" ] || fail "$file is not in the package"
done
outside=$(find "$root" -mindepth 1 -maxdepth 1 ! -name usr) && [ -z "$outside" ] || fail "files outside /usr: $outside"
depends=$(dpkg-deb -f "$main" Depends)
for library in libopenslide libqt6widgets6 libqcustomplot; do
    case $depends in
    *$library*) ;;
    *) fail "the package does not depend on $library: $depends" ;;
    esac
done
case $depends in
*libtorch*) fail "the viewer's package depends on LibTorch" ;;
esac
if grep -rqF "$source" "$root/usr/bin" "$root/usr/lib" 2>/dev/null; then
    fail "a program tells where it was built: $(grep -rlF "$source" "$root/usr/bin" "$root/usr/lib")"
fi

desktop-file-validate "$root/usr/share/applications/org.isostain.Isostain.desktop" || fail "desktop entry"
appstreamcli validate --no-net "$root/usr/share/metainfo/org.isostain.Isostain.metainfo.xml" || fail "metadata"
for page in isostain isostain-cli; do
    warnings=$(MANROFFSEQ= man --warnings -E UTF-8 -l -Tutf8 "$root/usr/share/man/man1/$page.1" 2>&1 >"$work/$page.txt")
    [ -z "$warnings" ] || fail "$page.1: $warnings"
done

viewer() { env -u ISOSTAIN_MODULE_PATH -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM HOME="$work" LC_ALL=C "$root/usr/bin/isostain" "$@"; }
for option in $(viewer --help | grep -oE '^  (-[a-z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | grep -vx -e --help-all); do
    grep -qF -e "$(echo "$option" | sed 's/-/\\-/g')" "$root/usr/share/man/man1/isostain.1" || fail "$option is not in the manual page"
done

cli=$root/usr/bin/isostain-cli
# Every command has its place in the manual page and completes.
commands=$("$cli" --help | awk '/^Subcommands:/ { in_commands = 1; next } in_commands && /^  [a-z]/ { print $1 }')
[ -n "$commands" ] || fail "no commands in --help"
for command in $commands; do
    grep -qE "^[.]B $command( |\$)" "$root/usr/share/man/man1/isostain-cli.1" || fail "$command is not in the manual page"
done
PATH=$root/usr/bin:$PATH bash -euc "
    . '$root/usr/share/bash-completion/completions/isostain-cli'
    COMP_WORDS=(isostain-cli exp) COMP_CWORD=1
    _isostain_cli
    [ \"\${COMPREPLY[*]}\" = export ] || { echo \"completes exp to \${COMPREPLY[*]}\"; exit 1; }
    COMP_WORDS=(isostain-cli train sta) COMP_CWORD=2
    _isostain_cli
    [ \"\$(printf '%s\n' \"\${COMPREPLY[@]}\" | sort | tr '\n' ' ')\" = 'staingan stainnet ' ] || { echo \"completes train sta to \${COMPREPLY[*]}\"; exit 1; }
    COMP_WORDS=(isostain-cli export a.svs --metho) COMP_CWORD=3
    _isostain_cli
    [ \"\${COMPREPLY[*]}\" = --method ] || { echo \"completes --metho to \${COMPREPLY[*]}\"; exit 1; }
" || fail "completion"

viewer --version | grep -q '^isostain ' || fail "isostain"
"$cli" demo "$work/demo" --stain he --slides a --size 1024x1024 --tiles 2 >/dev/null || fail "demo"
HOME=$work QT_QPA_PLATFORM=offscreen "$root/usr/bin/isostain" "$work/demo/demo-he-scanner-a.tif" --size 800x600 \
    --screenshot "$work/shot.png" >/dev/null 2>&1 || fail "the viewer does not open a slide"
[ -s "$work/shot.png" ] || fail "no picture of the viewer"
if [ -e "$root/usr/lib/isostain/libisostain-torch.so" ]; then
    "$cli" train staingan --source "$work/demo/tiles/a" --target "$work/demo/tiles/b" --preset quick --epochs 1 --decay-epochs 0 \
        --steps-per-epoch 1 --warmup-steps 0 -o "$work/run" >/dev/null || fail "the module is not found where it is installed"
fi
echo "$(basename "$main"), $(du -k "$main" | cut -f1) KiB"
