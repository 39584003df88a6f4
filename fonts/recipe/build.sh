#!/usr/bin/env bash
# Makes the five embedded faces again, byte for byte, from packages of Debian 12
# and npm.
#   build.sh WORK OUT     about two minutes, nearly all of them FandolFang's outlines:
#                         their conversion and their lightening
# Needs: python3-fonttools, apt-get (package lists up to date), dpkg-deb, npm.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" "$2"
work=$(cd "$1" && pwd)
out=$(cd "$2" && pwd)
python=/usr/bin/python3 # Debian's, which has fontTools 4.38
cd "$work"

unpack() { # a Debian package
  ls "$1"_*.deb >/dev/null 2>&1 || apt-get download "$1"
  dpkg-deb -x "$1"_*.deb root
}
unpack unicode-data
unpack fonts-lxgw-wenkai
unpack texlive-lang-chinese

for family in noto-serif-sc noto-sans-sc; do
  archive=expo-google-fonts-$family-0.4.3.tgz
  [ -f "$archive" ] || npm pack --silent "@expo-google-fonts/$family@0.4.3"
  tar xzf "$archive" --wildcards '*.ttf' '*LICENSE_FONT'
done

fandol=root/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf
[ -f fang.ttf ] || $python "$here/otf2ttf.py" "$fandol" fang.ttf 1.0

face() { # role, source, characters, name inside
  $python "$here/subset.py" "$2" "$work/$1.subset.ttf" "$3" "$work/root"
  $python "$here/cjkfix.py" "$work/$1.subset.ttf" "$out/$1.ttf" "$4"
}
face title package/700Bold/NotoSerifSC_700Bold.ttf tgh DocTitle
face hei package/500Medium/NotoSansSC_500Medium.ttf tgh DocHei
face kai root/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf tgh DocKai
face fang fang.ttf tgh DocFang
$python "$here/lighten.py" "$out/fang.ttf" "$work/fang.light.ttf" 1.0
mv "$work/fang.light.ttf" "$out/fang.ttf"
face song package/400Regular/NotoSerifSC_400Regular.ttf all DocSong

cd "$out"
sha256sum title.ttf hei.ttf kai.ttf fang.ttf song.ttf | tee SHA256SUMS
