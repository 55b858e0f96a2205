import { fieldRefusal, refusal } from '#lib/refusal.ts';

/** What a form got back: what was typed, and when it was refused, why. */
export interface Posted {
	values?: Record<string, string>;
	code?: string;
	params?: Record<string, string | number>;
	fields?: Record<string, string>;
}

/** What each field of a form shows, and what is wrong with it. */
export interface Fields {
	value: (name: string) => string;
	fault: (name: string) => string | null;
	/** Faulty fields in the order of the form, by the id of their control. */
	faults: { id: string; text: string }[];
	/** Why the form as a whole was refused; null when its fields say it all. */
	refused: string | null;
}

/** Ids of controls that are not `f-<name>`. */
const controls: Record<string, string> = { price: 'f-price', spaceId: 'f-spaceId' };

/**
 * Reads what came back from the server against what the form began with.
 *
 * @param order names of the form's fields, from the top
 */
export function fieldsOf(posted: Posted | null | undefined, start: object, order: readonly string[]): Fields {
	const begun = start as Record<string, string>;
	const given: Record<string, string> = {};
	for (const [path, code] of Object.entries(posted?.fields ?? {})) {
		// `tags.2` is a fault of the field that all tags are typed into; a snippet's language is not the text's.
		const top = path.split('.')[0] as string;
		const name = top === 'language' && code.startsWith('snippets.') ? 'codeLanguage' : top;
		given[name] ??= code;
	}
	// A text that cannot be rendered is refused as a whole, and is mended in one field.
	if (posted?.code?.startsWith('content.')) given.source ??= posted.code;
	const named = { fields: given, params: posted?.params ?? {} };
	const fault = (name: string) => fieldRefusal(named, name);
	const faults = order.flatMap((name) => {
		const text = fault(name);
		return text ? [{ id: controls[name] ?? `f-${name}`, text }] : [];
	});
	return {
		value: (name) => posted?.values?.[name] ?? begun[name] ?? '',
		fault,
		faults,
		refused: posted?.code
			? refusal(faults.length > 0 ? 'common.invalid_input' : posted.code, posted.params)
			: null,
	};
}

/** Names for the highlighter that people write most; any other may be typed. */
export const codeLanguages = [
	'bash',
	'c',
	'c++',
	'c#',
	'clojure',
	'css',
	'dart',
	'diff',
	'dockerfile',
	'elixir',
	'erlang',
	'go',
	'graphql',
	'haskell',
	'html',
	'java',
	'javascript',
	'json',
	'julia',
	'kotlin',
	'latex',
	'lua',
	'makefile',
	'markdown',
	'nginx',
	'nix',
	'ocaml',
	'perl',
	'php',
	'powershell',
	'python',
	'r',
	'ruby',
	'rust',
	'scala',
	'sql',
	'svelte',
	'swift',
	'terraform',
	'toml',
	'typescript',
	'vue',
	'xml',
	'yaml',
	'zig',
];
