#!/bin/sh
# Writes files.inc: which files of Content/ the executable carries. Changes nothing when the list is the same.
set -eu
cd "$(dirname "$0")"
list=$(cd ../../Content && find . -type f \( -name '*.md' -o -name '*.yaml' -o -name '*.py' -o -name '*.toml' -o -name '*.txt' \) | sed 's|^\./||' | LC_ALL=C sort)
{
  number=0
  printf '%s\n' "$list" | while IFS= read -r file; do
    printf 'static const unsigned char file_%d[] = {\n#embed "../../Content/%s" suffix(,)\n  0};\n' "$number" "$file"
    number=$((number + 1))
  done
  echo 'static const content_file files[] = {'
  number=0
  printf '%s\n' "$list" | while IFS= read -r file; do
    printf '  {"%s", file_%d, sizeof file_%d - 1},\n' "$file" "$number" "$number"
    number=$((number + 1))
  done
  echo '};'
} > files.inc.new
if cmp -s files.inc.new files.inc; then rm files.inc.new; else mv files.inc.new files.inc; fi
