# The play of ./demo printer: a printer that two containers have injected; one of them prints, both see what it does.

check_needs() {
    # Where Debian puts it, and a user's PATH does not lead.
    PATH+=:/usr/sbin
    command -v ippeveprinter >/dev/null || die "There is no ippeveprinter to be the printer. Install it: apt install cups-ipp-utils"
    command -v dbus-daemon >/dev/null || die "There is no dbus-daemon, which ippeveprinter needs. Install it: apt install dbus"
}

set_stage() {
    prepare source remoteobjects-printer-source
    prepare one remoteobjects-printer-replica
    prepare two remoteobjects-printer-replica
    prepare_printer
    printf '%s\n' 'name = Office' "uri = ipp://localhost:$port/ipp/print" \
        >target/demo/source/etc/io.remoteobjects.examples.printer-office.cfg
}

# ---- The printer -----------------------------------------------------------------------------------------------------------------

spool=target/demo/printer/spool

prepare_printer() {
    rm -rf target/demo/bus target/demo/printer
    mkdir -p "$spool"
    # What it runs for each page, which takes its time and some toner.
    cat >target/demo/printer/print <<'END'
#!/bin/sh
sleep 2
waste='index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;colorantname=unknown;'
toner='index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;colorantname=black;'
echo "ATTR: printer-supply=\"$waste\",\"${toner}level=$((75 - IPP_JOB_ID % 75));\"" >&2
END
    chmod +x target/demo/printer/print
    port=$((20000 + RANDOM % 10000))
    while is_listening; do
        port=$((20000 + RANDOM % 10000))
    done
}

is_listening() {
    (exec {connection}<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

has_bus() {
    [[ -S $sockets/bus ]]
}

# A D-Bus of its own, for it does not start without, and so it can announce itself to nobody.
start_printer() {
    launch bus dbus-daemon --session --nofork --nopidfile "--address=unix:path=$sockets/bus"
    watch_until has_bus 30 || return
    launch printer env "DBUS_SYSTEM_BUS_ADDRESS=unix:path=$sockets/bus" ippeveprinter -r off -n localhost -p "$port" \
        -f application/pdf -d "$spool" -k -K target/demo/printer -c "$PWD/target/demo/printer/print" Office
    watch_until is_listening 30
}

# ---- What the replicas say: PrinterLog logs each state of the printer, its inks, and the end of each job ---------------------------

state=('' '') toner=('' '') busy=('' '') printed=(0 0)

hear() {
    local i=$1 line=$2
    if [[ $line == *"| Printer '"*"' is here ("* ]]; then
        # Again for each page of the one that prints: its configuration changes.
        [[ -n ${here[i]} ]] || event "${green}Replica ${replicas[i]}: the service Printer is registered.${plain}"
        here[i]=1
    elif [[ $line =~ '| Printer is '(.*)'.'$ && ${BASH_REMATCH[1]} != gone ]]; then
        [[ ${state[i]}${BASH_REMATCH[1]} != idleprinting ]] || busy[i]=1
        state[i]=${BASH_REMATCH[1]}
    elif [[ $line =~ '| Printer has '(.*)'.'$ ]]; then
        toner[i]=${BASH_REMATCH[1]}
    elif [[ $line =~ '| Job '([0-9]+)' is printed: ' && -n ${busy[i]} && ${state[i]} == idle ]]; then
        printed[i]=${BASH_REMATCH[1]} busy[i]=''
        event "${green}Replica ${replicas[i]} saw it idle, printing, idle: job ${printed[i]} is printed.${plain}"
    else
        return 0
    fi
    shows[i]=${state[i]:+${state[i]}, ${toner[i]}} changed=1
}

both_ready() {
    [[ ${state[0]}${state[1]} == idleidle ]]
}

both_saw_it() {
    (( printed[0] >= page && printed[1] >= page ))
}

# ---- The play --------------------------------------------------------------------------------------------------------------------

page=0

play() {
    local name
    event "Starting a printer and three containers; logs: target/demo/*/data/log."
    start_printer || return 0
    for name in source "${replicas[@]}"; do
        start "$name"
    done
    watch_until both_ready 180 || return 0
    while ! is_over; do
        print_page
        watch_until both_saw_it 60 || return 0
        watch_for "$(pause 5)"
    done
}

# A changed configuration takes effect as soon as it is there; whole at once, therefore moved.
print_page() {
    page=$((page + 1))
    event "${bold}Replica one prints page $page.${plain}"
    echo "page = Page $page" >target/demo/one/page
    mv target/demo/one/page target/demo/one/etc/io.remoteobjects.examples.printer.replica.cfg
}

verdict() {
    local missing=() i
    for i in 0 1; do
        (( printed[i] > 0 )) || missing+=("a job's states (idle, printing, idle) in Replica ${replicas[i]}")
    done
    none_missing "${missing[@]}" || return
    echo "Seen: a job's states (idle, printing, idle) in both Replicas."
    echo "What was printed is in $spool."
}
