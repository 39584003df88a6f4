# An X server for a proof, and the pictures of it; read with ".".
# shellcheck shell=bash
started=()
stop_all() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
}
trap stop_all EXIT

# screen SIZE gives DISPLAY a server of its own with a window manager, which has a
# face for Chinese titles.
screen() {
  local pipe faces
  pipe=$(mktemp -u)
  mkfifo "$pipe"
  Xvfb -displayfd 3 -screen 0 "$1x24" +extension GLX -nolisten tcp 3> "$pipe" 2>/dev/null &
  started+=($!)
  read -r DISPLAY < "$pipe"
  rm "$pipe"
  export DISPLAY=:$DISPLAY
  faces=$(mktemp)
  echo "<fontconfig><dir>$PWD/fonts</dir><include>/etc/fonts/fonts.conf</include></fontconfig>" > "$faces"
  FONTCONFIG_FILE=$faces openbox >/dev/null 2>&1 &
  started+=($!)
}

# window_named NAME waits for a window and leaves its number in $window.
window_named() {
  for _ in $(seq 120); do
    window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1 || true)
    [ -z "$window" ] || return 0
    sleep 0.5
  done
  fail "没有出现窗口：$1"
}

# take FILE takes a picture of the screen once it is at rest, and not of a window that
# is still black.
take() {
  local before now quiet=0
  for _ in $(seq 60); do
    now=$(import -window root -depth 8 rgb:- | md5sum)
    if [ "$now" = "${before:-}" ]; then quiet=$((quiet + 1)); else quiet=0; fi
    [ $quiet -lt 4 ] || [ "$(import -window root -gravity center -crop 600x200+0+0 -format %k info:)" = 1 ] || break
    before=$now
    sleep 0.5
  done
  import -window root "$1"
  say "图：$1"
}

screen 1280x800
