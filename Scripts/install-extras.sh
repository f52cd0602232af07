#!/bin/sh
# Installs what belongs beside the executable, made from its own definition of commands and flags: completions and the manual.
# install-extras.sh EXECUTABLE|--remove SHARE
set -eu
executable=$1
share=$2

# Shell, and where its completions lie below SHARE.
completions='bash bash-completion/completions/loopdoctor
zsh zsh/site-functions/_loopdoctor
fish fish/vendor_completions.d/loopdoctor.fish'
manual=man/man1/loopdoctor.1

if [ "$executable" = --remove ]; then
  printf '%s\n' "$completions" | while read -r _ path; do rm -f "$share/$path"; done
  rm -f "$share/$manual"
  exit 0
fi

printf '%s\n' "$completions" | while read -r shell path; do
  mkdir -p "$share/${path%/*}"
  "$executable" --generate-completion-script "$shell" >"$share/$path"
done
mkdir -p "$share/${manual%/*}"
# The parser's own tool asks the executable for its flags and writes `loopdoctor.1`.
.build/debug/generate-manual "$executable" --output-directory "$share/${manual%/*}"
# The tool leaves blank lines, which manuals write as paragraphs, and paragraphs where the next entry begins one anyway.
awk '
  /^$/ { $0 = ".Pp" }
  $0 == ".Pp" { waiting = 1; next }
  waiting && !/^\.(It|El|Bl|Sh|Pp)/ { print ".Pp" }
  { waiting = 0; print }
' "$share/$manual" >"$share/$manual.new"
mv "$share/$manual.new" "$share/$manual"
# The keys come from the table by which the wizard understands them.
"$executable" explain --manual-keys >>"$share/$manual"
