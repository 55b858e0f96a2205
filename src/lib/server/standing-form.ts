import { privileges } from '#server/contracts/actor.ts';
import { type Cause, causes, levelFields } from '#server/modules/growth/index.ts';

const ledgers = ['reputation', 'points'] as const;
const limits = {
	pair: ['free', 'days', 'percent'],
	newAccount: ['days', 'hours'],
	decay: ['idleDays', 'percent'],
} as const;

/**
 * Reads the whole table of rules from its form. What was typed is passed on as it is: the use case checks it, and names
 * its faults by the same paths. An amount that is left empty takes its rule away; a limit whose fields are all empty is
 * off.
 */
export function readRulesForm(form: FormData): Record<string, unknown> {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const number = (name: string) => {
		const typed = text(name);
		return typed === '' ? Number.NaN : Number(typed);
	};
	const rules = [];
	for (let at = 0; at < 400 && form.has(`rules.${at}.cause`); at++) {
		if (text(`rules.${at}.amount`) === '') continue;
		rules.push({
			ledger: text(`rules.${at}.ledger`),
			cause: text(`rules.${at}.cause`),
			of: text(`rules.${at}.of`).toLowerCase() || null,
			amount: number(`rules.${at}.amount`),
		});
	}
	const ofLedger = (ledger: string) => {
		const perDay: Partial<Record<Cause, number>> = {};
		for (const cause of causes)
			if (text(`${ledger}.perDay.${cause}`) !== '') perDay[cause] = number(`${ledger}.perDay.${cause}`);
		const limit = (name: keyof typeof limits) =>
			limits[name].every((field) => text(`${ledger}.${name}.${field}`) === '')
				? null
				: Object.fromEntries(limits[name].map((field) => [field, number(`${ledger}.${name}.${field}`)]));
		return { perDay, pair: limit('pair'), newAccount: limit('newAccount'), decay: limit('decay') };
	};
	return {
		rules,
		...Object.fromEntries(ledgers.map((ledger) => [ledger, ofLedger(ledger)])),
		levels: [0, 1, 2, 3].map((at) => ({
			level: at + 1,
			...Object.fromEntries(levelFields.map((field) => [field, number(`levels.${at}.${field}`)])),
		})),
		keepPercent: number('keepPercent'),
		graceDays: number('graceDays'),
		closingVotes: number('closingVotes'),
		privileges: Object.fromEntries(
			privileges.map((name) => [
				name,
				text(`privileges.${name}`) === '' ? null : number(`privileges.${name}`),
			]),
		),
	};
}
