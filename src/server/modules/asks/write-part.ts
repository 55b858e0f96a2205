import { z } from 'zod';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import type { Tx } from '../../platform/db/index.ts';
import { renderMarkdown } from '../../platform/markdown/index.ts';
import type { AskPart } from './ask.ts';

export const title = z.string().trim().min(6, 'asks.title_short').max(150, 'asks.title_long');
export const source = z.string().trim().min(10, 'asks.text_short').max(50_000, 'asks.too_long');

/** A text of a paid question, as it is kept. */
export interface Written {
	source: string;
	html: string;
	has_math: boolean;
}

/** Checks and renders what somebody wrote. @throws common.invalid_input, content.too_complex */
export async function written(part: AskPart, text: unknown): Promise<Written> {
	const given = validate(z.object({ source }), { source: text });
	const { html, hasMath } = await renderMarkdown(given.source, { base: 'post', idPrefix: `${part}-` });
	return { source: given.source, html, has_math: hasMath };
}

/** Keeps a text. @returns false when that part was written before: by another window, or a second press */
export async function keepPart(tx: Tx, askId: number, part: AskPart, text: Written): Promise<boolean> {
	const kept = await tx
		.insertInto('ask_texts')
		.values({ ask_id: askId, part, ...text, at: now() })
		.onConflict((conflict) => conflict.doNothing())
		.returning('part')
		.executeTakeFirst();
	return kept !== undefined;
}
