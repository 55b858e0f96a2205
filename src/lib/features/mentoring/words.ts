import { clockOf } from '#lib/features/courses/words.ts';
import { m } from '#lib/paraglide/messages.js';

/** How a question stands, in a word and a colour. */
export function statusWords(question: { status: string; takenAt: Date | null }): {
	text: string;
	tone: string;
} {
	switch (question.status) {
		case 'waiting':
			return question.takenAt
				? { text: m.mentoring_status_taken(), tone: 'accent' }
				: { text: m.mentoring_status_waiting(), tone: 'warn' };
		case 'answered':
			return { text: m.mentoring_status_answered(), tone: 'good' };
		case 'solved':
			return { text: m.mentoring_status_solved(), tone: 'good' };
		default:
			return { text: m.mentoring_status_withdrawn(), tone: '' };
	}
}

/** Where in a lesson a question was asked; counted from one, as people count. */
export function placeWords({
	paragraph,
	second,
}: {
	paragraph: number | null;
	second: number | null;
}): string {
	if (second !== null) return clockOf(second);
	return paragraph === null ? m.mentoring_at_lesson() : m.mentoring_at_paragraph({ n: paragraph + 1 });
}

/** The part of a lesson's address that leads there. */
export function placeHash({
	paragraph,
	second,
}: {
	paragraph: number | null;
	second: number | null;
}): string {
	return second !== null ? `#t=${second}` : paragraph !== null ? `#p${paragraph}` : '';
}

/** A length of time in its largest unit: 40 min, 5 h, 3 d. */
export function waitWords(seconds: number): string {
	if (seconds < 5400) return m.mentoring_minutes({ n: Math.max(1, Math.round(seconds / 60)) });
	if (seconds < 2 * 86_400) return m.mentoring_hours({ n: Math.round(seconds / 3600) });
	return m.mentoring_days({ n: Math.round(seconds / 86_400) });
}

const works: Record<string, { name: () => string; icon: string }> = {
	questions: { name: m.mentoring_desk_questions, icon: 'circle-question-mark' },
	'cohort-members': { name: m.mentoring_desk_cohort_members, icon: 'hand-heart' },
	assignments: { name: m.mentoring_desk_assignments, icon: 'notebook-pen' },
};

/** Name and icon of what waits on the desk; a kind that is not known here goes by its own name. */
export function workWords(name: string): { name: string; icon: string } {
	const known = works[name];
	return known ? { name: known.name(), icon: known.icon } : { name, icon: 'list-checks' };
}
