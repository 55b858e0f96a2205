export type { Heading } from './collect.ts';
export { type DiffHunk, type DiffLine, type DiffPart, diffLines, diffWords } from './diff.ts';
export { contentError } from './errors.ts';
export { htmlToMarkdown } from './from-html/index.ts';
export { stopHighlighting } from './highlight.ts';
export { LIMITS } from './limits.ts';
export { type Rendered, type RenderOptions, renderMarkdown, renderPlain } from './render.ts';
export { ID_PREFIX, sanitizeHtml } from './sanitize.ts';
