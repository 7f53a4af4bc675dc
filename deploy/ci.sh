#!/usr/bin/env bash
# Checks everything in deploy/: bash deploy/ci.sh PYTHON, the interpreter of a virtual environment.
# Debian, as root where something is missing: nginx to start, promtool to check the alerts.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(command -v "${1:-python3}")
case $python in /*) ;; *) python=$PWD/$python ;; esac
export CI=true PIP_DISABLE_PIP_VERSION_CHECK=1 DEBIAN_FRONTEND=noninteractive
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

missing=()
for package in nginx iproute2 openssl; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :)" = installed ] ||
    missing+=("$package")
done
if ((${#missing[@]})) || ! command -v promtool >/dev/null; then
  apt-get -o DPkg::Lock::Timeout=300 update -qq </dev/null || echo 'apt-get update had faults, going on' >&2
fi
if ((${#missing[@]})); then
  # Installed, and not started: the tests start their own.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
    trap 'rm -rf "$scratch" /usr/sbin/policy-rc.d' EXIT
  fi
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends \
    "${missing[@]}" </dev/null >"$scratch/apt" 2>&1 || {
    tail -n 20 "$scratch/apt" >&2
    exit 1
  }
fi
if ! command -v promtool >/dev/null; then
  # Prometheus would bring 100 MB and a daemon: only this program is taken out of its package.
  (cd "$scratch" && apt-get download -qq prometheus 2>/dev/null &&
    dpkg-deb --fsys-tarfile prometheus_*.deb | tar -xf - ./usr/bin/promtool)
  export PATH=$scratch/usr/bin:$PATH
fi

"$python" -m pip install -q -e '.[deploy-test]'
"$python" -m pytest tests/deploy
