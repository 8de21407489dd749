# bash completion for articast
_articast() {
	local IFS=$'\n' current=${COMP_WORDS[COMP_CWORD]}
	COMPREPLY=($("${COMP_WORDS[0]}" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
	if [ ${#COMPREPLY[@]} -eq 0 ] || [[ $current != -* && $COMP_CWORD -eq 1 ]] || [[ ${COMP_WORDS[COMP_CWORD-1]} == --cover ]]; then
		COMPREPLY+=($(compgen -f -- "$current"))
	fi
}
complete -o filenames -F _articast articast
