#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Renders every SVG here to a progressive JPEG of 1200x675 and at most 70 KB: ./render.sh [name…]
set -eu
cd "$(dirname "$0")"
out=../../portal-core/src/main/resources/sample-content/images
tmp=$(mktemp -d)
mkdir -p "$out"
[ $# -gt 0 ] || set -- *.svg
for f in "$@"; do
  name=$(basename "$f" .svg)
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$tmp/profile" \
    --window-size=1200,675 --screenshot="$tmp/$name.png" "file://$PWD/$name.svg" >/dev/null 2>&1
  for q in 84 80 76 72 68 64 60 55 50 45; do
    /usr/bin/convert "$tmp/$name.png" -strip -sampling-factor 4:2:0 -interlace Plane -quality "$q" "$out/$name.jpg"
    [ "$(wc -c <"$out/$name.jpg")" -gt 70000 ] || break
  done
  echo "$name q=$q $(wc -c <"$out/$name.jpg")"
done
rm -rf "$tmp"
