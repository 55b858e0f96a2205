import { m } from '#lib/paraglide/messages.js';

const words = m as unknown as Record<string, (() => string) | undefined>;

/** What a movement on an author's account is, in the reader's language. */
export function movementWord(kind: string): string {
	if (kind.startsWith('payout_')) return m.studio_kind_payout_back();
	return (words[`studio_kind_${kind.split(' ')[0]}`] ?? m.studio_kind_other)();
}

/** What it is about: an order or a payout. */
export function referenceWord(reference: string): string {
	const [what, id] = reference.split(':');
	if (what === 'order') return m.studio_order({ id: id ?? '' });
	if (what === 'payout') return m.studio_payout_no({ id: id ?? '' });
	return reference;
}

export const kindWord = (kind: string) => (words[`studio_kind_${kind}`] ?? m.studio_kind_other)();

/** What people sell of themselves: the title of such an order is their own name, which says nothing to them. */
export const ofPerson = (sells: string | null): boolean =>
	sells !== null && ['question', 'listen', 'slot', 'tip'].includes(sells);

export const soldTitle = (sells: string | null): string => kindWord(sells ?? '');

/** Where a payout stands. */
export const payoutWord = (status: string) => words[`studio_status_${status}`]?.() ?? status;

export const payoutTone = (status: string) =>
	status === 'sent'
		? 'good'
		: ['failed', 'returned', 'refused'].includes(status)
			? 'bad'
			: status === 'withdrawn'
				? 'neutral'
				: 'warn';
