/** A language that is highlighted: the grammar's file in Shiki, the name readers see, other names it goes by. */
const LANGUAGES: [grammar: string, label: string, ...aliases: string[]][] = [
	['asm', 'Assembly', 'assembly', 'nasm'],
	['c', 'C', 'h'],
	['clojure', 'Clojure', 'clj'],
	['cmake', 'CMake'],
	['cpp', 'C++', 'c++', 'cc', 'cxx', 'hpp'],
	['csharp', 'C#', 'cs', 'c#'],
	['css', 'CSS'],
	['dart', 'Dart'],
	['diff', 'Diff', 'patch'],
	['docker', 'Dockerfile', 'dockerfile'],
	['elixir', 'Elixir', 'ex'],
	['erlang', 'Erlang', 'erl'],
	['go', 'Go', 'golang'],
	['graphql', 'GraphQL', 'gql'],
	['groovy', 'Groovy', 'gradle'],
	['haskell', 'Haskell', 'hs'],
	['hcl', 'HCL', 'terraform', 'tf'],
	['html', 'HTML', 'htm', 'xhtml'],
	['http', 'HTTP'],
	['ini', 'INI', 'properties', 'conf', 'cfg', 'env', 'dotenv'],
	['java', 'Java'],
	['javascript', 'JavaScript', 'js', 'mjs', 'cjs', 'node'],
	['json', 'JSON', 'jsonc', 'json5', 'jsonl'],
	['jsx', 'JSX'],
	['julia', 'Julia', 'jl'],
	['kotlin', 'Kotlin', 'kt', 'kts'],
	['latex', 'LaTeX', 'tex'],
	['lua', 'Lua'],
	['makefile', 'Makefile', 'make', 'mk'],
	['markdown', 'Markdown', 'md'],
	['matlab', 'MATLAB', 'octave'],
	['nginx', 'nginx'],
	['objective-c', 'Objective-C', 'objc', 'objectivec'],
	['ocaml', 'OCaml', 'ml'],
	['perl', 'Perl', 'pl'],
	['php', 'PHP'],
	['powershell', 'PowerShell', 'ps1', 'pwsh'],
	['proto', 'Protocol Buffers', 'protobuf'],
	['python', 'Python', 'py', 'python3', 'py3', 'pycon'],
	['r', 'R'],
	['ruby', 'Ruby', 'rb'],
	['rust', 'Rust', 'rs'],
	['scala', 'Scala'],
	['scss', 'SCSS', 'sass'],
	['shellscript', 'Shell', 'bash', 'sh', 'shell', 'zsh', 'console', 'shell-session', 'fish'],
	['solidity', 'Solidity', 'sol'],
	['sql', 'SQL', 'mysql', 'postgres', 'postgresql', 'pgsql', 'plsql', 'tsql', 'sqlite'],
	['svelte', 'Svelte'],
	['swift', 'Swift'],
	['toml', 'TOML'],
	['tsx', 'TSX'],
	['typescript', 'TypeScript', 'ts', 'mts', 'cts'],
	['vue', 'Vue'],
	['wgsl', 'WGSL'],
	['xml', 'XML', 'svg', 'xsl', 'plist', 'pom'],
	['yaml', 'YAML', 'yml'],
	['zig', 'Zig'],
];

export interface Language {
	/** Name of Shiki's grammar file. */
	grammar: string;
	label: string;
}

const BY_NAME = new Map<string, Language>();
for (const [grammar, label, ...aliases] of LANGUAGES) {
	for (const name of [grammar, ...aliases]) BY_NAME.set(name, { grammar, label });
}

/** @param name as written behind a fence, in any case; null for a language that stays plain */
export function findLanguage(name: string): Language | null {
	return BY_NAME.get(name.toLowerCase()) ?? null;
}
