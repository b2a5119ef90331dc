#!/bin/bash
# run.sh [--install]: exports demo slides with installer/slurm on a Slurm of its own: munged, slurmctld and slurmd on this one
# machine, without systemd, in a temporary folder. A task of the array is killed, resume submits that one alone, and the set
# must then be the same as that of an export in one piece. Ends all daemons and removes everything.
# Needs root and slurmctld, slurmd, slurm-client and munge; --install gets them on Debian and Ubuntu. Exit code 77: skipped.
# ISOSTAIN_CLI: the program under test.
set -euo pipefail
cd "$(dirname "$0")/../.."
repository=$PWD
cli=$(readlink -f "${ISOSTAIN_CLI:-build/release/bin/isostain-cli}")

if [ "$(id -u)" -ne 0 ]; then
    echo "skipped: Slurm's daemons want to be root here"
    exit 77
fi
if [ "${1:-}" = --install ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurmctld slurmd slurm-client munge
fi
for program in munged slurmctld slurmd sbatch squeue scancel; do
    if ! PATH=$PATH:/usr/sbin command -v "$program" >/dev/null; then
        echo "skipped: $program is not installed"
        exit 77
    fi
done
PATH=$PATH:/usr/sbin

folder=$(mktemp -d "${TMPDIR:-/tmp}/isostain-slurm.XXXXXX")
chmod 755 "$folder"

end_daemon() {   # PIDFILE
    local pid
    pid=$(cat "$1" 2>/dev/null) || return 0
    kill "$pid" 2>/dev/null || return 0
    for _ in $(seq 50); do
        # A daemon whose new parent does not wait for it stays as a zombie.
        [ -e "/proc/$pid" ] && ! grep -q '^State:.Z' "/proc/$pid/status" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
}
clean_up() {
    status=$?
    [ -z "${SLURM_CONF:-}" ] || scancel --user=root --quiet 2>/dev/null || true
    for daemon in slurmd slurmctld munged; do
        end_daemon "$folder/$daemon.pid"
    done
    if [ "$status" -ne 0 ]; then
        tail -n 15 "$folder"/*.log "$folder"/*.out 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap clean_up EXIT
failed() {
    echo "FAILED: $*"
    exit 1
}

free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    return 1
}

start_slurm() {
    local host
    host=$(hostname -s)
    mkdir "$folder/state" "$folder/spool"
    dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 status=none
    chmod 600 "$folder/munge.key"
    munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
           --log-file="$folder/munged.log" --seed-file="$folder/munge.seed" 2>/dev/null
    cat >"$folder/slurm.conf" <<CONF
ClusterName=isostain
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
SlurmUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
KillWait=2
SchedulerParameters=sched_interval=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=4000 State=UNKNOWN
PartitionName=test Nodes=$host Default=YES MaxTime=60 OverSubscribe=NO State=UP
CONF
    export SLURM_CONF=$folder/slurm.conf
    slurmctld -i -c
    slurmd -c
    for _ in $(seq 100); do
        [ "$(sinfo --noheader --format=%t 2>/dev/null)" != idle ] || return 0
        sleep 0.2
    done
    failed "Slurm's node does not come up"
}

wait_for_jobs() {
    for _ in $(seq 600); do
        [ -n "$(squeue --noheader 2>&1)" ] || return 0
        sleep 0.2
    done
    failed "jobs do not end: $(squeue)"
}

echo "Generating slides."
for seed in 1 2 3; do
    "$cli" demo "$folder/slides/lab $seed" --size 3072x2048 --seed "$seed" --tiles 0 >/dev/null
done
printf '# three folders with slides of the same names\n%s\n' "$folder/slides" >"$folder/list.txt"

shards=3
options=(--method macenko --target published --compression deflate)
"$cli" export --list "$folder/list.txt" -o "$folder/whole" "${options[@]}" >/dev/null

echo "Starting Slurm."
start_slurm
cd "$folder"
export ISOSTAIN_CLI=$cli ISOSTAIN_SBATCH="--cpus-per-task=1 --mem=1G --time=10 --output=$folder/shard-%a.out"
slurm=$repository/installer/slurm/isostain-slurm

"$slurm" submit "$shards" list.txt sharded "${options[@]}"
# Killed as soon as it has written down that it began, with two slides to do.
for _ in $(seq 3000); do
    grep -qs begun sharded/isostain-export-2-of-3.jsonl && break
    sleep 0.01
done
scancel --full --signal=KILL 1_2
wait_for_jobs
"$slurm" pending "$shards" list.txt sharded "${options[@]}" >pending.txt && failed "the killed task had finished"
echo "Left by the killed task: $(wc -l <pending.txt) of 6 slides."

resumed=$("$slurm" resume "$shards" list.txt sharded "${options[@]}")
echo "$resumed"
[[ $resumed == "Submitted shards 2 of 3 as job "[0-9]*"; the report follows as job "[0-9]*. ]] || failed "more than the killed task was submitted again"
wait_for_jobs
grep -q "6 exported, 0 failed, 0 interrupted" isostain-report-*.out || failed "no job has written the report"
[ "$("$slurm" resume "$shards" list.txt sharded "${options[@]}")" = "Every slide is exported; nothing to submit." ] ||
    failed "the set is not complete"

"$slurm" collect sharded
[ "$(find whole -name '*.tif' | wc -l)" -eq 6 ] || failed "the export in one piece is not complete"
for output in whole/*.tif; do
    cmp "$output" "sharded/$(basename "$output")" || failed "the shards made another file"
done
left=$(find sharded -type f ! -name '*.tif' ! -name 'isostain-export*' -print)
[ -z "$left" ] || failed "something was left: $left"
grep -q '"exported": 6' sharded/isostain-export.json || failed "the report does not know all slides"
echo "The set is complete and the same as that of an export in one piece."
