#!/usr/bin/env bash
# Builds wheel and sdist, has them checked, parses the seed article with the wheel alone in an empty environment.
#
#   tools/check_release.sh PYTHON     (a Python that has build, twine and check-wheel-contents)
set -euo pipefail

cd "$(dirname "$0")/.."
python=$(realpath --no-symlinks "${1:-python3}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$python" -m build --outdir "$scratch/dist" . > "$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 1; }
"$python" -m twine check --strict "$scratch"/dist/*
"$python" -m check_wheel_contents "$scratch"/dist/*.whl

# the sdist builds the same wheel
mkdir "$scratch/again"
"$python" -m pip wheel --quiet --no-deps --wheel-dir "$scratch/again" "$scratch"/dist/*.tar.gz
list() { "$python" -m zipfile --list "$1" | awk '{print $1}' | sort; }
diff <(list "$scratch"/dist/*.whl) <(list "$scratch"/again/*.whl)

held=$(list "$scratch"/dist/*.whl)
for file in bilateral/py.typed bilateral/data/countries.tsv bilateral/data/visits.toml bilateral/data/morphology.bin \
  licenses/LICENSE licenses/NOTICE; do
  [[ $held == *"$file"* ]] || { echo "the wheel lacks $file" >&2; exit 1; }
done

"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$scratch"/dist/*.whl
cp seeds/*.txt "$scratch/seed.txt"
cd "$scratch"
for table in visits agreements indicators statements; do
  rows=$(venv/bin/bilateral parse seed.txt --format csv --table "$table" | wc -l)
  [ "$rows" -gt 1 ] || { echo "the installed wheel reads no $table in the seed article" >&2; exit 1; }
done
echo "the wheel alone reads the seed article: $(venv/bin/bilateral --version)"
