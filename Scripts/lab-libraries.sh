#!/bin/sh
# Sees to it that a folder holds a Python with the packages that some labs need, so that the tests can run them.
# lab-libraries.sh FOLDER; the versions stand in Tests/lab-libraries.txt.
set -eu
folder=$1
list=$(dirname "$0")/../Tests/lab-libraries.txt

cmp -s "$list" "$folder/installed.txt" && exit 0
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check -r "$list"
cp "$list" "$folder/installed.txt"
