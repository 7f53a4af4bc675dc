# shellcheck shell=bash
# What .ci/image and .ci/deployed share: podman on a machine without systemd, and how they report.
# Sourced from the repository's root under set -euo pipefail; `containers` names those whose logs a
# failure shows, and `clean_up` is what else must go in the end.
image=localhost/element-classifier:ci
base_image=localhost/element-classifier-base:ci
source_folder=$PWD
scratch=$(mktemp -d)
passed=0
containers=()

clean() {
  cd /
  clean_up >/dev/null 2>&1 || :
  rm -rf "$scratch"
}
trap clean EXIT
pass() {
  passed=$((passed + 1))
  echo "ok $passed - $* (${SECONDS} s)"
}
note() { echo "note: $*"; } # what was not tried here, or otherwise than by its own means
die() {
  local container
  echo "FAILED - $*" >&2
  for container in "${containers[@]}"; do
    podman container exists "$container" 2>/dev/null || continue
    podman logs --tail 20 "$container" >&2 || :
    podman inspect -f '{{.Name}}: {{.State.Status}}, exit code {{.State.ExitCode}}' "$container" >&2 || :
  done
  [ ! -e "$scratch/oom" ] || echo 'something ran out of memory' >&2
  echo "$passed passed, 1 failed"
  exit 1
}
quietly() { # runs a command, and shows the end of what it printed only where it fails
  "$@" >"$scratch/log" 2>&1 </dev/null || {
    tail -n 30 "$scratch/log" >&2
    return 1
  }
}

[ "$(id -u)" = 0 ] || die 'needs root'
.ci/apt podman runc netavark aardvark-dns iptables catatonit python3 || die 'installing podman'

# Where systemd is not process 1 and no limit may be raised: runc (Debian's crun refuses a hybrid
# cgroup hierarchy) without the limits that podman asks for, and cgroupfs.
cat >"$scratch/runc" <<'END'
#!/usr/bin/env python3
import json, os, pathlib, sys
for flag, value in zip(sys.argv, sys.argv[1:]):
    if flag in ("--bundle", "-b"):
        file = pathlib.Path(value, "config.json")
        config = json.loads(file.read_text())
        config["process"].pop("rlimits", None)
        file.write_text(json.dumps(config))
os.execvp("runc", ["runc", *sys.argv[1:]])
END
chmod +x "$scratch/runc"
cat >"$scratch/containers.conf" <<END
[containers]
default_ulimits = []
[network]
network_backend = "netavark"
[engine]
runtime = "runc-as-it-is"
cgroup_manager = "cgroupfs"
events_logger = "file"
compat_api_enforce_docker_hub = false
[engine.runtimes]
runc-as-it-is = ["$scratch/runc"]
END
export CONTAINERS_CONF=$scratch/containers.conf

# --- of a running process -------------------------------------------------------------------------
pid_of() { podman inspect -f '{{.State.Pid}}' "$1"; } # CONTAINER; 0 where it does not run
status() { awk -v key="$2:" '$1 == key {print $2}' "/proc/$1/status"; }
memory_limit() { # PID: its cgroup's, in bytes, of either version of cgroups
  local one two
  one=$(sed -n 's/^[0-9]*:memory://p' "/proc/$1/cgroup")
  two=$(sed -n 's/^0:://p' "/proc/$1/cgroup")
  cat "/sys/fs/cgroup/memory$one/memory.limit_in_bytes" 2>/dev/null ||
    cat "/sys/fs/cgroup$two/memory.max"
}
confined() { # PID UID WHAT: nobody of weight, who can become nobody else and write nothing lasting
  [ "$1" != 0 ] || die "$3 ended"
  [ "$(status "$1" Uid) $(status "$1" Gid)" = "$2 $2" ] ||
    die "$3 runs as $(status "$1" Uid):$(status "$1" Gid)"
  pass "$3 runs as user and group $2"
  [ "$((0x$(status "$1" CapEff) | 0x$(status "$1" CapPrm) | 0x$(status "$1" CapBnd)))" = 0 ] ||
    die "$3 has capabilities"
  [ "$(status "$1" NoNewPrivs)" = 1 ] || die "$3 could gain privileges"
  pass "$3 has no capability and can gain none"
  grep -q '^[^ ]* / [^ ]* ro[, ]' "/proc/$1/mounts" || die "the root file system of $3 can be written"
  pass "$3 has a read-only root file system"
}
