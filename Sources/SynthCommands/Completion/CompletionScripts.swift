/// The completion scripts. They call `apigw-synth complete -- WORD …` with the words up to the cursor, and read lines:
/// `WORD`, `WORD<tab>DESCRIPTION`, `:files EXTENSION …`, `:folders`.
enum CompletionScripts {
  /// Bash joins words at `=` and `:` in its own way, so only the part after the last one is offered.
  static let bash = #"""
    # Completions of apigw-synth for bash, printed by `apigw-synth completions bash`.
    _apigw_synth() {
      local line word cur="${COMP_WORDS[COMP_CWORD]}" extension file
      local -a words=()
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        # NAME=VALUE and URLs are one word.
        if [[ ${#words[@]} -gt 0 && ( $word == [=:] || ${words[-1]} == *[=:] ) ]]; then words[-1]+=$word
        else words+=("$word"); fi
      done
      local whole="${words[-1]-}"
      [[ $cur == [=:] ]] && cur=""
      COMPREPLY=()
      while IFS= read -r line; do
        case $line in
          :folders) while IFS= read -r file; do COMPREPLY+=("$file/"); done < <(compgen -d -- "$cur"); compopt -o nospace ;;
          :files*)
            while IFS= read -r file; do
              if [[ -d $file ]]; then COMPREPLY+=("$file/"); compopt -o nospace
              elif [[ $line == :files ]]; then COMPREPLY+=("$file")
              else for extension in ${line#:files }; do [[ $file == *.$extension ]] && COMPREPLY+=("$file"); done
              fi
            done < <(compgen -f -- "$cur") ;;
          *)
            word=${line%%$'\t'*}
            [[ $word == *= ]] && compopt -o nospace
            COMPREPLY+=("${word#"${whole%"$cur"}"}") ;;
        esac
      done < <("${COMP_WORDS[0]}" complete -- "${words[@]}" 2>/dev/null)
    }
    complete -F _apigw_synth apigw-synth

    """#

  /// The script for zsh.
  static let zsh = #"""
    #compdef apigw-synth
    # Completions of apigw-synth for zsh, printed by `apigw-synth completions zsh`.
    _apigw-synth() {
      local line
      local -a described plain extensions
      for line in "${(@f)$(${words[1]} complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        case $line in
          '') ;;
          :folders) _files -/ ;;
          :files) _files ;;
          :files*) extensions=(${=line#:files }); _files -g "*.(${(j:|:)extensions})" ;;
          *$'\t'*) described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
          *=) compadd -S '' -- "$line" ;;
          *) plain+=("$line") ;;
        esac
      done
      (( $#described )) && _describe 'apigw-synth' described
      (( $#plain )) && compadd -- $plain
      return 0
    }
    if [[ $funcstack[1] == _apigw-synth ]]; then _apigw-synth "$@"; else compdef _apigw-synth apigw-synth; fi

    """#

  /// The script for fish.
  static let fish = #"""
    # Completions of apigw-synth for fish, printed by `apigw-synth completions fish`.
    function __apigw_synth_complete
        set -l words (commandline -opc) (commandline -ct)
        for line in ($words[1] complete -- $words[2..-1] 2>/dev/null)
            switch $line
                case :folders
                    __fish_complete_directories (commandline -ct)
                case :files
                    __fish_complete_path (commandline -ct)
                case ':files *'
                    __fish_complete_directories (commandline -ct)
                    for extension in (string split ' ' -- (string replace ':files ' '' -- $line))
                        __fish_complete_suffix .$extension
                    end
                case '*'
                    echo $line
            end
        end
    end
    complete -c apigw-synth -f -a '(__apigw_synth_complete)'

    """#
}
