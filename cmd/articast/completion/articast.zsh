#compdef articast
# zsh completion for articast
_articast() {
	local -a found
	found=(${(f)"$(${words[1]} __complete "${(@)words[2,CURRENT]}" 2>/dev/null)"})
	if (( ${#found} )); then
		compadd -- $found
	fi
	if (( ! ${#found} || CURRENT == 2 )) || [[ ${words[CURRENT-1]} == --cover ]]; then
		_files
	fi
}
compdef _articast articast
