# The play of ./demo: a GPS that two containers have injected; its container is killed and comes back.

recording=${NMEA-}

check_needs() {
    if [[ -n $recording ]]; then
        [[ -f $recording && -r $recording ]] || die "There is no readable file \"$recording\". Set NMEA to a recording of NMEA 0183 sentences."
        recording=$(realpath "$recording")
    fi
}

set_stage() {
    local name
    prepare source remoteobjects-gps-source
    for name in "${replicas[@]}"; do
        prepare "$name" remoteobjects-gps-replica
    done
    if [[ -n $recording ]]; then
        ln -s "$recording" "$sockets/recording.nmea"
        echo "input = file:$sockets/recording.nmea" >target/demo/source/etc/io.remoteobjects.examples.gps.source.cfg
    fi
}

# ---- What the replicas say: GpsLog logs when it comes, each position, and when it goes -----------------------------------------------

fixes=(0 0) fix_time=('' '') gone_after=('' '')
killed_at=0

hear() {
    local i=$1 line=$2 time
    if [[ $line == *'| GPS '*' is here ('* ]]; then
        here[i]=1 fixes[i]=0 shows[i]='no position yet'
        came "$i"
    elif [[ $line == *'| GPS is gone.' ]]; then
        here[i]='' shows[i]=''
        time=$(date -d "${line:0:19}.${line:20:3}" +%s%3N)
        gone_after[i]=$((time - killed_at))
        went "$i"
    elif [[ $line =~ '| GPS is at '([-0-9.]+)\ ([-0-9.]+),.*\ at\ ([^,]+),\ (.*)\.$ ]]; then
        local latitude=${BASH_REMATCH[1]} longitude=${BASH_REMATCH[2]} at=${BASH_REMATCH[3]} quality=${BASH_REMATCH[4]}
        printf -v 'shows[i]' '%.5f %.5f  %s' "$latitude" "$longitude" "${at:11:8}"
        if [[ $quality == *satellites ]]; then
            [[ $at == "${fix_time[i]}" ]] || fixes[i]=$((fixes[i] + 1))
            fix_time[i]=$at
        else
            shows[i]+=' (lost)'
        fi
        changed=1
    fi
}

came() {
    local what=registered
    (( killed_at == 0 )) || what="back"
    event "${green}Replica ${replicas[$1]}: the service Gps is $what.${plain}"
}

went() {
    local after=''
    (( killed_at == 0 )) || after=", ${gone_after[$1]} ms after the kill"
    event "${red}Replica ${replicas[$1]}: the service Gps is gone$after.${plain}"
}

both_live() {
    (( fixes[0] >= 2 && fixes[1] >= 2 ))
}

both_gone() {
    [[ -z ${here[0]}${here[1]} ]]
}

# ---- The play --------------------------------------------------------------------------------------------------------------------

seen_live= seen_loss= seen_return= too_slow=

play() {
    local name
    event "Starting three containers; their logs: target/demo/*/data/log."
    for name in source "${replicas[@]}"; do
        start "$name"
    done
    watch_until both_live 180 || return 0
    seen_live=1
    while ! is_over; do
        watch_for "$(pause 12)"
        if [[ -n $seen_return ]] && (( end > 0 && end - SECONDS < 20 )); then
            # Too late for another round.
            watch_for 20
        elif ! is_over; then
            lose_source || return 0
            watch_for "$(pause 3)"
            return_source || return 0
        fi
    done
}

lose_source() {
    local killed=${pid[source]}
    tell_time
    killed_at=$now
    kill_hard source
    waiting='no service'
    event "${bold}kill -9 of the Source's container (pid $killed).${plain}"
    watch_until both_gone 10 || { seen_loss='' ; return 1; }
    seen_loss=1
    (( gone_after[0] <= 1000 && gone_after[1] <= 1000 )) || too_slow="${gone_after[0]} ms, ${gone_after[1]} ms"
}

return_source() {
    fixes=(0 0)
    start source
    event "${bold}The Source's container starts again.${plain}"
    watch_until both_live 120 || { seen_return='' ; return 1; }
    seen_return=1
}

verdict() {
    local missing=()
    [[ -n $seen_live ]] || missing+=("live positions in both Replicas")
    [[ -n $seen_loss ]] || missing+=("both services gone after the kill of the Source's container")
    [[ -z $too_slow ]] || missing+=("both services gone within a second of the kill (it took $too_slow)")
    [[ -n $seen_return ]] || missing+=("both services back with new positions")
    none_missing "${missing[@]}" || return
    echo "Seen: live positions in both Replicas,"
    echo "      both services gone within a second of the kill,"
    echo "      both back with new positions."
}
