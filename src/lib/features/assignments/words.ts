import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { SubmissionState, Waiting } from '#server/modules/assignments/index.ts';

const states: Record<SubmissionState, () => string> = {
	draft: m.assign_state_draft,
	peers: m.assign_state_peers,
	waiting: m.assign_state_waiting,
	returned: m.assign_state_returned,
	passed: m.assign_state_passed,
	failed: m.assign_state_failed,
};
export const stateWord = (state: SubmissionState): string => states[state]();

export const stateTone = (state: SubmissionState): 'good' | 'warn' | 'neutral' | 'accent' =>
	state === 'passed' ? 'good' : state === 'failed' || state === 'returned' ? 'warn' : 'accent';

const reasons: Record<Waiting['waitsFor'], () => string> = {
	'handed-in': m.marking_for_handed_in,
	few: m.marking_for_few,
	apart: m.marking_for_apart,
	appeal: m.marking_for_appeal,
	answers: m.marking_for_answers,
};
export const reasonWord = (reason: Waiting['waitsFor']): string => reasons[reason]();

/** Points as people write them: 3, 2.5. */
export const pointsText = (points: number): string =>
	new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(points);

/** A day and an hour. */
export const momentWord = (at: Date): string =>
	new Intl.DateTimeFormat(getLocale(), {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC',
	}).format(at) + ' UTC';

export const sizeText = (bytes: number): string =>
	bytes < 1024 * 1024
		? `${Math.max(1, Math.round(bytes / 1024))} KB`
		: `${(bytes / 1024 / 1024).toFixed(1)} MB`;
