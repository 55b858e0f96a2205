import { z } from 'zod';

/** What a snippet has beside a title and a description. */
export const snippetSchema = z.object({
	/** A name that the highlighter knows; an unknown one is shown plain. */
	language: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9+#.-]{1,30}$/, 'snippets.language_shape'),
	code: z
		.string()
		.max(60_000, 'snippets.code_too_long')
		.refine((code) => code.trim() !== '', 'snippets.code_missing')
		.refine((code) => !code.includes('\0') && code.isWellFormed(), 'snippets.code_broken'),
});
export type SnippetData = z.output<typeof snippetSchema>;
