import { type Happening, happeningsOf, type StandingEvent, type SubjectFacts } from './causes.ts';
import { type Ledger, ledgers } from './ledger.ts';
import { type Rules, reasonOf, weigh, worthOf } from './rules.ts';

/** What somebody has got by the facts that were weighed. */
export type Got = Record<Ledger, number>;

/**
 * Weighs facts by a table in memory, as they would be booked: caps, pairs, what is taken back. Nothing is written; the
 * same facts can be weighed by two tables side by side.
 */
export interface Tally {
	/** Facts in the order in which they happened. */
	weigh(event: StandingEvent, subject: SubjectFacts | null): void;
	/** One thing that happened, for who knows of it otherwise than by facts. */
	add(happening: Happening, at: Date): void;
	readonly people: ReadonlyMap<number, Got>;
}

export function openTally(rules: Rules): Tally {
	const people = new Map<number, Got>();
	const days = new Map<string, number>();
	const pairs = new Map<string, number[]>();
	const standing = new Map<string, number[]>();
	const once = new Set<string>();

	const add = (ledger: Ledger, one: Happening, day: number, amount: number) => {
		let got = people.get(one.userId);
		if (!got) {
			got = { reputation: 0, points: 0 };
			people.set(one.userId, got);
		}
		got[ledger] += amount;
		const key = `${ledger} ${one.userId} ${reasonOf(one.cause)} ${day}`;
		days.set(key, (days.get(key) ?? 0) + amount);
	};

	function take(ledger: Ledger, one: Happening, at: number): void {
		const day = Math.floor(at / 86_400_000);
		const key = `${ledger} ${one.userId} ${one.cause} ${one.itemId} ${one.replyId} ${one.giverId}`;
		const booked = standing.get(key) ?? [];
		const pairKey = `${ledger} ${one.userId} ${one.giverId}`;
		if (one.undone) {
			const amount = booked.pop();
			if (amount === undefined) return;
			pairs.get(pairKey)?.pop();
			add(ledger, one, day, -amount);
			return;
		}
		const base = worthOf(rules, ledger, one.cause, one.of);
		if (base === 0) return;
		if (one.once !== null) {
			const onceKey = `${ledger} ${one.userId} ${one.once}`;
			if (once.has(onceKey)) return;
			once.add(onceKey);
		}
		const { pair } = rules[ledger];
		let votes = 0;
		if (pair && one.cause === 'up' && one.giverId !== null) {
			const since = at - pair.days * 86_400_000;
			const recent = (pairs.get(pairKey) ?? []).filter((moment) => moment > since);
			votes = recent.length;
			pairs.set(pairKey, [...recent, at]);
		}
		const today = days.get(`${ledger} ${one.userId} ${reasonOf(one.cause)} ${day}`) ?? 0;
		const amount = weigh(rules[ledger], one.cause, base, { today, votes });
		standing.set(key, [...booked, amount]);
		add(ledger, one, day, amount);
	}

	return {
		people,
		add(happening, at) {
			for (const ledger of ledgers) take(ledger, happening, at.getTime());
		},
		weigh(event, subject) {
			for (const one of happeningsOf(event, subject))
				for (const ledger of ledgers) take(ledger, one, event.occurredAt.getTime());
		},
	};
}
