# What the scripts of packaging/ share; read by them with ".".
# shellcheck shell=bash
set -euo pipefail
cd "$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)"

export GOFLAGS=-buildvcs=false
export LC_ALL=C.UTF-8
umask 022

# setting NAME prints a value of FyneApp.toml, where name, id and version of the
# program are written once.
setting() { sed -n "s/^ *$1 = \"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" FyneApp.toml; }

version=$(setting Version)
app_id=$(setting ID)
# The version with a build number, for those that want four numbers.
version4=$version.$(setting Build)

# Everything that is dated bears the date of the commit, so that two builds of
# it are the same.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

cache=${XDG_CACHE_HOME:-$HOME/.cache}/nianbao
programs=build/programs # what packaging/build makes
artifacts=dist          # what packaging/pack makes

# say tells what a step does and how long the ones before took.
say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }

# fail ends with the reason.
fail() { echo "$*" >&2; exit 1; }
