import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AttemptCard } from '#server/modules/scorm/index.ts';

/** How an attempt stands, in a word. */
export function attemptWord({ completion, success }: Pick<AttemptCard, 'completion' | 'success'>): string {
	if (success === 'passed') return m.scorm_state_passed();
	if (success === 'failed') return m.scorm_state_failed();
	return completion === 'completed' ? m.scorm_state_completed() : m.scorm_state_begun();
}

export const percent = (share: number): string =>
	new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
