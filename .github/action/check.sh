#!/usr/bin/env bash
# Converts documents, checks the output, and says so in annotations, the step summary and a SARIF file.
# Environment: INPUT_PATHS, INPUT_OUT, INPUT_FAIL_ON, INPUT_FORMAT, INPUT_CONFIG, INPUT_SOURCE_ROOT, INPUT_OCR, and
# GITHUB_OUTPUT, GITHUB_STEP_SUMMARY of the runner. Exit code: that of the first of the two that was not 0.
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

root=$INPUT_SOURCE_ROOT
if [[ -z $root && -d ${inputs[0]} ]]; then root=${inputs[0]}; fi
config=()
if [[ -n $INPUT_CONFIG ]]; then config=("--config=$INPUT_CONFIG"); fi
sarif="$INPUT_OUT/findings.sarif"

# A value that begins with a dash is no option: values are glued to theirs, and inputs stand behind --.
converted=0
prestatie-extract run --out="$INPUT_OUT" --ocr="$INPUT_OCR" --format="$INPUT_FORMAT" \
  ${config[@]+"${config[@]}"} -- "${inputs[@]}" || converted=$?

# 4 and 5: some or all documents failed, and the tables say which and why. Otherwise there is nothing to check.
checked=0
case $converted in
  0 | 3 | 4 | 5)
    check=(prestatie-extract validate --source-root="$root" ${config[@]+"${config[@]}"})
    "${check[@]}" --format=sarif -- "$INPUT_OUT" > "$sarif" || checked=$?
    checked=0
    "${check[@]}" --format=github --fail-on="$INPUT_FAIL_ON" --step-summary="$GITHUB_STEP_SUMMARY" -- "$INPUT_OUT" ||
      checked=$?
    ;;
esac

code=$((converted ? converted : checked))
{
  printf 'out=%s\n' "$INPUT_OUT"
  printf 'sarif=%s\n' "$sarif"
  printf 'exit-code=%s\n' "$code"
} >> "$GITHUB_OUTPUT"
exit "$code"
