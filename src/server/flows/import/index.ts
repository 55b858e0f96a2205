export { importMarkdown } from './import-markdown.ts';
export { ImportStopped } from './import-run.ts';
export {
	importStackExchange,
	type StackExchangeImport,
	type StackExchangeOptions,
} from './import-stack-exchange.ts';
export type { MarkdownImport, MarkdownOptions } from './markdown/markdown-import.ts';
export { type Explanation, explanations, type Replay, replayReputation } from './replay-reputation.ts';
export { SourceError } from './source-error.ts';
export type { CountLine } from './stack-exchange/check-counts.ts';
