#!/bin/sh
# Prints the Python to make .venv with: 3.11 or newer, able to make a virtual environment. Says what is missing otherwise.
set -u

new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
    new_enough "$candidate" || continue
    if command -v uv >/dev/null 2>&1 || "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "$candidate"
        exit 0
    fi
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "$candidate cannot make virtual environments: install the package python$version-venv (Debian, Ubuntu) and try again." >&2
    exit 1
done
echo "Python 3.11 or newer is needed and was not found. Install it, or name it: PYTHON=/path/to/python3 make run" >&2
exit 1
