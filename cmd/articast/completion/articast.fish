# fish completion for articast
function __articast_complete
	set -l words (commandline -opc) (commandline -ct)
	$words[1] __complete $words[2..-1] 2>/dev/null
end
complete -c articast -a '(__articast_complete)'
