#!/bin/bash
# What fcitx.sh and ibus.sh stand on: a display, a bus and a home of their own, a
# program in a window, and ways to type and to look. To be sourced with
#
#   program=PROGRAM out=OUT method=NAME
#
# set. The program's log (app.log) and pictures of the screen land in OUT. A step that
# does not happen ends the run with what was waited for.
set -eu
if [ -z "${IME_BUS-}" ]; then
	mkdir -p "$out"
	# A bus that starts no services of the machine: they would outlive the run.
	cat >"$out/bus.conf" <<'RULES'
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
RULES
	IME_BUS=1 exec dbus-run-session --config-file "$out/bus.conf" -- "$0" "$program" "$out" 2>"$out/bus.log"
fi
home=$(mktemp -d)
jobs=()
finish() {
	set +e
	for ((i = ${#jobs[@]} - 1; i >= 0; i--)); do kill "${jobs[i]}"; done
	sleep .3
	for job in "${jobs[@]}"; do kill -9 "$job"; done
	rm -rf "$home"
} 2>/dev/null
trap finish EXIT
trap 'exit 1' TERM INT

export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/.config XDG_CACHE_HOME=$home/.cache
export LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 XMODIFIERS=@im=$method
unset WAYLAND_DISPLAY GTK_IM_MODULE QT_IM_MODULE XDG_SESSION_TYPE
mkdir -p "$home/run" "$home/.config"
chmod 700 "$home/run"

Xvfb -displayfd 9 -screen 0 1000x700x24 -nolisten tcp 9>"$home/display" >/dev/null 2>&1 &
jobs+=($!)
for _ in $(seq 100); do [ -s "$home/display" ] && break; sleep .1; done
DISPLAY=:$(cat "$home/display")
export DISPLAY
openbox >/dev/null 2>&1 &
jobs+=($!)

log=$out/app.log
seen=0 # lines of the log that earlier steps had

# until_so tries a command until it is so.
until_so() {
	for _ in $(seq 150); do "$@" && return; sleep .1; done
	echo "never so: $*"
	exit 1
}
# expect waits for a line that holds the words, after those that were waited for before.
expect() {
	local n
	for _ in $(seq 100); do
		n=$(tail -n "+$((seen + 1))" "$log" | grep -nF -- "$1" | head -1 | cut -d: -f1)
		if [ -n "$n" ]; then
			seen=$((seen + n))
			return
		fi
		sleep .1
	done
	echo "not seen: $1"
	tail -n "+$((seen + 1))" "$log" | tail -20
	exit 1
}
# never says that nothing in the log since the step before holds the words.
never() {
	if tail -n "+$((seen + 1))" "$log" | grep -F -- "$1"; then
		echo "seen against expectation: $1"
		exit 1
	fi
}
xdotool() { timeout 60 xdotool "$@"; }
write() { xdotool type --delay "${2-40}" "$1"; }
key() { xdotool key --delay 40 "$@"; }
shot() { import -window root "$out/$1.png"; }
click() { xdotool mousemove --window "$window" "$1" "$2" click 1; }

# open starts the program and waits for its window.
open() {
	"$program" >"$log" 2>"$out/app.err" &
	jobs+=($!)
	find_window() {
		window=$(xdotool search --onlyvisible --name ime-test 2>/dev/null | tail -1) && [ -n "$window" ]
	}
	until_so find_window
	xdotool windowactivate --sync "$window" windowmove --sync "$window" 120 90
	sleep .5
}
