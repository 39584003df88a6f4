# What the proofs with Wine share; read by them with ".".
# shellcheck shell=bash
export WINEPREFIX=$PWD/build/wine
export WINEDEBUG=-all
export WINEDLLOVERRIDES=winemenubuilder.exe=d
export WINEDLLPATH=$cache/wine-i386/usr/lib/i386-linux-gnu/wine
[ -e "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ] || packaging/check/wineprefix 2>/dev/null
