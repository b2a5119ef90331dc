# Completion of isostain-cli for bash. Commands and options are asked of the program itself, so they are always its own.
_isostain_cli_words() {
    isostain-cli "$@" --help 2>/dev/null | awk '
        /^Subcommands:/ { in_commands = 1; next }
        /^[^ ]/ { in_commands = 0 }
        in_commands && /^  [a-z]/ { print $1 }
        { for (i = 1; i <= NF && i <= 2; ++i) { count = split($i, parts, ","); for (j = 1; j <= count; ++j) if (parts[j] ~ /^-/) print parts[j] } }'
}

_isostain_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} word
    local -a commands=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        -*) break ;;
        *[!a-z-]*) break ;;
        *) [ ${#commands[@]} -lt 2 ] && commands+=("$word") ;;
        esac
    done
    # A second word is a command only after "train".
    [ "${commands[0]:-}" = train ] || commands=("${commands[@]:0:1}")
    COMPREPLY=()
    if [[ $current == -* || ${#commands[@]} -eq 0 || ( ${commands[0]} == train && ${#commands[@]} -eq 1 ) ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_isostain_cli_words "${commands[@]}")" -- "$current")
    fi
    if [ ${#COMPREPLY[@]} -eq 0 ]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -F _isostain_cli isostain-cli
