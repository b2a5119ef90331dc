#!/bin/sh
# Runs a test that needs a window system: on the display given by ISOSTAIN_TEST_DISPLAY, else in a virtual X server of its
# own, always with Mesa's software rasteriser so that every machine draws the same.
set -eu
export LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb
if [ -n "${ISOSTAIN_TEST_DISPLAY:-}" ]; then
    DISPLAY=$ISOSTAIN_TEST_DISPLAY exec "$@"
fi
exec xvfb-run -a -s "-screen 0 2560x1600x24 +extension GLX" "$@"
