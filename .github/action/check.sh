#!/usr/bin/env bash
# Converts documents, checks the output, and says so in annotations, the step summary and a SARIF file.
# Environment: INPUT_PATHS, INPUT_OUT, INPUT_FAIL_ON, INPUT_FORMAT, INPUT_CONFIG, INPUT_SOURCE_ROOT, INPUT_OCR, and
# GITHUB_OUTPUT, GITHUB_STEP_SUMMARY of the runner. Exit code: that of the first of the two that was not 0.
# Only what is there becomes an output, so that later steps can ask for it.
set -euo pipefail

inputs=()
while read -r line; do # as bash 3 of macOS can; spaces around a line are left out, those within it stay
  if [[ -n $line ]]; then inputs+=("$line"); fi
done <<< "$INPUT_PATHS"
if ((${#inputs[@]} == 0)); then
  echo "::error::paths is empty: name documents or folders, one a line"
  exit 2
fi
if [[ $INPUT_OUT == *$'\n'* ]]; then
  echo "::error::out is more than one line: name one folder"
  exit 2
fi

# The folder that the paths of an entry's documents start from: itself, or the folders before a file or wildcard.
root_of() {
  local path=$1
  path=${path#"$PWD/"}
  while [[ $path == ./* ]]; do path=${path#./}; done
  if [[ ! -e $path ]]; then path=${path%%[*?[]*}x; fi
  if [[ ! -d $path ]]; then if [[ $path == */* ]]; then path=${path%/*}; else path=; fi; fi
  path=${path%/}
  printf '%s' "${path#.}"
}

root=$INPUT_SOURCE_ROOT
if [[ -z $root ]]; then
  root=$(root_of "${inputs[0]}")
  for input in "${inputs[@]}"; do
    if [[ $(root_of "$input") != "$root" ]]; then
      echo "::notice::paths are of several folders: findings do not lead to the files; name one folder, or source-root"
      root=
      break
    fi
  done
fi
config=()
if [[ -n $INPUT_CONFIG ]]; then config=("--config=$INPUT_CONFIG"); fi
sarif="$INPUT_OUT/findings.sarif"

# Names of documents may look like commands to the runner: until the token, which nobody can guess, it heeds none.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
resume() { if [[ -n $token ]]; then printf '::%s::\n' "$token"; fi; token=; }
trap resume EXIT
printf '::stop-commands::%s\n' "$token"

# A value that begins with a dash is no option: values are glued to theirs, and inputs stand behind --.
converted=0
prestatie-extract run --out="$INPUT_OUT" --ocr="$INPUT_OCR" --format="$INPUT_FORMAT" \
  ${config[@]+"${config[@]}"} -- "${inputs[@]}" || converted=$?

# 4 and 5: some or all documents failed, and the tables say which and why. Otherwise there is nothing to check.
checked=0
case $converted in
  0 | 3 | 4 | 5)
    check=(prestatie-extract validate --source-root="$root" ${config[@]+"${config[@]}"})
    "${check[@]}" --format=sarif -- "$INPUT_OUT" > "$sarif" || true # the same is told below
    annotations=$(
      "${check[@]}" --format=github --fail-on="$INPUT_FAIL_ON" --step-summary="$GITHUB_STEP_SUMMARY" -- "$INPUT_OUT"
    ) || checked=$?
    resume
    printf '%s\n' "$annotations"
    ;;
esac
resume

code=$((converted ? converted : checked))
{
  if [[ -d $INPUT_OUT ]]; then printf 'out=%s\n' "$INPUT_OUT"; fi
  if [[ -s $sarif ]]; then printf 'sarif=%s\n' "$sarif"; fi
  printf 'exit-code=%s\n' "$code"
} >> "$GITHUB_OUTPUT"
exit "$code"
