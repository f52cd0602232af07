#!/bin/sh
# Runs every suite that drives a terminal, as built, so many times, and tells of each run that fails what failed in it.
# What differs from run to run: the timing, the order of the tests, and the seeds of the chaos, which each run tells.
set -u
repeats=${1:-50}
logs=.build/steady
rm -rf "$logs"
mkdir -p "$logs"
# By their sources, so that none is forgotten.
suites=$(grep -lE '(PseudoTerminal|startWizard|startProbe|startInShell)\(' Tests/*Tests/*Tests.swift |
  sed 's|^Tests/||; s|\.swift$||; s|/|[.]|' | tr '\n' '|' | sed 's/|$//')
LOOPDOCTOR_CHAOS=${LOOPDOCTOR_CHAOS:-2000}
export LOOPDOCTOR_CHAOS
trap 'exit 130' INT TERM

echo "Each of $repeats runs: $(echo "$suites" | tr '|' ' ' | sed 's/\[\.\]/./g')"
failed=0
run=1
while [ "$run" -le "$repeats" ]; do
  log=$logs/$run.log
  start=$(date +%s)
  if DEADLINE=900 sh Scripts/run-tests.sh --filter "$suites" >"$log" 2>&1; then
    outcome=passed
  else
    outcome=FAILED
    failed=$((failed + 1))
  fi
  echo "run $run $outcome after $(($(date +%s) - start)) s, $(grep -oE '[0-9]+ tests in [0-9]+ suites' "$log" | tail -1);" \
    "$(grep -oE 'chaos: .*' "$log" | tail -1)"
  # A run that fails is kept whole.
  if [ "$outcome" = FAILED ]; then
    grep -E '✘|↳|The tests hang' "$log"
    echo "  all of it: $log"
  fi
  run=$((run + 1))
done
echo "$((repeats - failed)) of $repeats runs passed"
[ "$failed" -eq 0 ]
