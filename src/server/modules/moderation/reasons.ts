/**
 * What may be wrong with something, as reporters say and deciders name it, with the harm of it from 1 to 10: what it
 * does to somebody who reads it. The first part of a case's priority.
 */
export const harmOf = {
	spam: 3,
	abuse: 7,
	hate: 8,
	threat: 9,
	'self-harm': 10,
	sexual: 7,
	privacy: 8,
	illegal: 9,
	misinformation: 5,
	copyright: 5,
	manipulation: 5,
	duplicate: 1,
	'off-topic': 1,
	'low-quality': 1,
	other: 2,
} as const;

export type Reason = keyof typeof harmOf;
export const reasons = Object.keys(harmOf) as [Reason, ...Reason[]];

/** What the checks call what they found, and fair play what it saw: the harm of it where it is no {@link Reason}. */
const found: Readonly<Record<string, number>> = { toxic: 7, words: 5, links: 3, rate: 2, ring: 5 };

/** The harm of a reason, of a report or of the checks; what is not known counts as other. */
export function harm(reason: string): number {
	return harmOf[reason as Reason] ?? found[reason] ?? harmOf.other;
}
