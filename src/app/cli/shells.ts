/** Scripts that complete the command line in a shell. They hold every word themselves: completing starts no program. */
import type { CommandOutline, OptionOutline } from './outline.js';
import type { Shell } from './shell-names.js';

const names = ({ options }: CommandOutline): readonly string[] => options.flatMap((option) => option.names);
const valued = ({ options }: CommandOutline): readonly OptionOutline[] => options.filter(({ words }) => words.length > 0);

/** Text between single quotes of a POSIX shell or of fish. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function bash(commands: readonly CommandOutline[]): string {
  const values = commands.flatMap((command) =>
    valued(command).map((option) => `    ${option.names.map((name) => `${command.name}:${name}`).join('|')}) words=${quoted(option.words.join(' '))} ;;`),
  );
  const files = commands.flatMap((command) =>
    command.options
      .filter(({ takesValue, words }) => takesValue && words.length === 0)
      .map(({ names: all }) => all.map((name) => `${command.name}:${name}`).join('|')),
  );
  return `# gov-report: completion for bash. Put it where bash-completion looks, or: eval "$(gov-report completion bash)"
_gov_report() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= words= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  case $command:$before in
${values.join('\n')}
    ${files.join('|')}) ;;
    *)
      case $command in
        '') words=${quoted(`${commands.map(({ name }) => name).join(' ')} --help --version --lang`)} ;;
${commands.map((command) => `        ${command.name}) [[ $current == -* ]] && words=${quoted(names(command).join(' '))} || words=${quoted(command.words.join(' '))} ;;`).join('\n')}
      esac ;;
  esac
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
}
complete -o default -o filenames -F _gov_report gov-report
`;
}

function zsh(commands: readonly CommandOutline[]): string {
  const clean = (text: string): string => text.replace(/[[\]:\\]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
  const spec = ({ names: all, takesValue, words, about }: OptionOutline): readonly string[] =>
    all.map((name) => quoted(`*${name}[${clean(about)}]${takesValue ? `:value:${words.length > 0 ? `(${words.join(' ')})` : '_files'}` : ''}`));
  const cases = commands.map((command) => {
    const rest = command.arguments.length === 0 ? [] : [quoted(`*:argument:${command.words.length > 0 ? `(${command.words.join(' ')})` : '_files'}`)];
    return `      ${command.name}) _arguments ${[...command.options.flatMap(spec), ...rest].join(' ')} ;;`;
  });
  return `#compdef gov-report
# gov-report: completion for zsh. Save it as _gov-report in a folder of $fpath.
_gov_report() {
  local -a commands
  commands=(${commands.map(({ name, about }) => quoted(`${name}:${clean(about)}`)).join(' ')})
  local context state line
  _arguments -C '1:command:->command' '*::rest:->rest'
  case $state in
    command) _describe command commands ;;
    rest) case $line[1] in
${cases.join('\n')}
    esac ;;
  esac
}
if [[ $funcstack[1] == _gov-report ]]; then _gov_report "$@"; else compdef _gov_report gov-report; fi
`;
}

function fish(commands: readonly CommandOutline[]): string {
  const lines = commands.flatMap((command) => {
    const seen = `-n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`;
    return [
      `complete -c gov-report -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.about)}`,
      ...(command.words.length > 0 ? [`complete -c gov-report ${seen} -f -a ${quoted(command.words.join(' '))}`] : []),
      ...command.options.map(({ names: all, takesValue, words, about }) => {
        const flags = all.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
        const value = words.length > 0 ? ` -x -a ${quoted(words.join(' '))}` : takesValue ? ' -r' : '';
        return `complete -c gov-report ${seen} ${flags}${value} -d ${quoted(about)}`;
      }),
    ];
  });
  return `# gov-report: completion for fish. Save it as ~/.config/fish/completions/gov-report.fish\n${lines.join('\n')}\n`;
}

function powershell(commands: readonly CommandOutline[]): string {
  const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')})`;
  const entries = commands.map((command) => {
    const values = valued(command).flatMap((option) => option.names.map((name) => `'${name}' = ${list(option.words)}`));
    return `    '${command.name}' = @{ options = ${list(names(command))}; words = ${list(command.words)}; values = @{ ${values.join('; ')} } }`;
  });
  return `# gov-report: completion for PowerShell. Add to your profile: gov-report completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName gov-report -ScriptBlock {
  param($word, $ast, $position)
  $commands = @{
${entries.join('\n')}
  }
  $given = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() } | Where-Object { $_ -ne $word })
  $command = $given | Where-Object { $commands.ContainsKey($_) } | Select-Object -First 1
  $last = $given | Select-Object -Last 1
  if (-not $command) { $found = @($commands.Keys | Sort-Object) }
  elseif ($last -and $commands[$command].values.ContainsKey($last)) { $found = $commands[$command].values[$last] }
  elseif ($word -like '-*') { $found = $commands[$command].options }
  else { $found = $commands[$command].words }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

const SCRIPTS: { readonly [shell in Shell]: (commands: readonly CommandOutline[]) => string } = { bash, zsh, fish, powershell };

/** The completion script of a shell. */
export function completionScript(shell: Shell, commands: readonly CommandOutline[]): string {
  return SCRIPTS[shell](commands);
}
