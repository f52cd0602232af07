#!/bin/sh
# Runs the tests that are built. A run that hangs is ended after DEADLINE seconds and says what runs and which tests have
# begun, instead of going on until somebody looks; it is tried TRIES times in all. Tests that fail are never tried again.
set -u
deadline=${DEADLINE:-1200}
tries=${TRIES:-1}
# An aborted run then says where it stood.
export SWIFT_BACKTRACE=enable=yes,preset=medium,threads=all,color=no,interactive=no

run() {
  swift test --skip-build "$@" </dev/null &
  runner=$!
  trap 'pkill -TERM -P "$runner"; kill -TERM "$runner"; exit 130' INT TERM HUP
  waited=0
  while kill -0 "$runner" 2>/dev/null; do
    if [ "$waited" -ge "$deadline" ]; then
      end
      return 124
    fi
    sleep 1
    waited=$((waited + 1))
  done
  wait "$runner"
}

end() {
  echo "The tests hang: not done after $deadline seconds. What runs:" >&2
  ps -eo pid,ppid,pgid,stat,wchan:24,etime,args --forest >&2
  # The runner keeps back what the tests print until they end.
  pkill -ABRT -P "$runner"
  for second in $(seq 90); do
    kill -0 "$runner" 2>/dev/null || return
    sleep 1
  done
  pkill -KILL -P "$runner"
  kill -KILL "$runner" 2>/dev/null
}

while run "$@"; status=$?; [ "$status" -eq 124 ] && [ "$tries" -gt 1 ]; do
  tries=$((tries - 1))
  echo 'Trying once more.' >&2
done
exit "$status"
