export { type EmbeddedSnippet, readEmbed } from './embed.ts';
export { snippetError } from './errors.ts';
export { forkSnippet, listForks } from './fork-snippet.ts';
export { snippet } from './kind.ts';
export { type SnippetData, snippetSchema } from './schemas.ts';
export type { SnippetPart } from './snippet.ts';
