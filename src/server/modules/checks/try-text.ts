import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { readStanding } from './glance.ts';
import { loadChecks } from './load-checks.ts';
import { lookAt } from './look.ts';
import type { ModelTask } from './models/task.ts';
import type { OutsideModel, OutsideOpinion } from './outside-model.ts';
import { requireLooking } from './policy.ts';
import { type CheckReason, strictest } from './reason.ts';
import { domainsAbove, factsOf, type TextFacts } from './text-facts.ts';
import { normaliser } from './words/normal-form.ts';

export const trySchema = z.object({
	text: z
		.string('checks.text_missing')
		.trim()
		.min(1, 'checks.text_missing')
		.max(20_000, 'checks.text_too_long'),
	/** As if a new account had written it. */
	fresh: z.boolean().default(true),
});

/** A text as the checks see it. */
export interface Tried {
	/** As words are looked for in it. */
	normalForm: string;
	facts: TextFacts;
	/** Stretches of the text that are watched words. */
	found: { from: number; to: number; text: string; word: string; list: string }[];
	models: {
		task: ModelTask;
		version: number;
		probability: number;
		/** What weighed most, for (above 0) and against. */
		words: { text: string; weight: number }[];
	}[];
	outside: OutsideOpinion | null;
	reasons: CheckReason[];
	decision: 'publish' | 'hold' | 'hide' | 'refuse';
}

/**
 * What the checks that look at the words of a text say of one, without anything being written or kept. Limits of pace
 * and likeness to other texts are not looked at: there is no writer.
 *
 * @throws common.invalid_input, common.forbidden
 */
export async function tryText(
	db: Db,
	actor: Actor,
	input: z.input<typeof trySchema>,
	owner: object,
	outside: OutsideModel | null = null,
): Promise<Tried> {
	requireLooking(actor);
	const { text, fresh } = validate(trySchema, input);
	const facts = factsOf(text);
	const [standing] = await readStanding(db, { domains: facts.hosts.flatMap(domainsAbove) });
	const loaded = await loadChecks(owner, db, standing!);
	const written = { title: '', source: text };
	const look = lookAt(loaded, written, fresh);
	const opinion = (await outside?.ask(written)) ?? null;
	const { outside: rule, domains } = loaded.rules;
	const blocked = new Set(standing!.domains.filter(([, good]) => !good).map(([domain]) => domain));
	const bad = facts.hosts.filter((host) => domainsAbove(host).some((one) => blocked.has(one)));
	const counted = (['links', 'mentions', 'invisible'] as const).flatMap((check): CheckReason[] => {
		const { action, forNew, forOthers } = loaded.rules[check];
		const most = fresh && forNew !== null ? forNew : forOthers;
		const count = facts[check];
		return action === 'off' || most === null || count <= most
			? []
			: [{ check, action, sure: 0.5, count, most }];
	});
	const reasons: CheckReason[] = [
		...counted,
		...look.reasons,
		...(domains.action !== 'off' && bad.length > 0
			? [{ check: 'domains' as const, action: domains.action, sure: 0.95, domains: bad }]
			: []),
		...(opinion && rule.action !== 'off' && rule.holdAt !== null && opinion.probability >= rule.holdAt
			? [
					{
						check: 'outside' as const,
						action:
							rule.hideAt !== null && opinion.probability >= rule.hideAt ? ('hide' as const) : rule.action,
						sure: opinion.probability,
						...opinion,
					},
				]
			: []),
	];
	const form = normaliser()(text);
	return {
		normalForm: String.fromCharCode(...form.codes.subarray(0, Math.min(form.length, 5000))),
		facts,
		found: loaded
			.find(text)
			.slice(0, 100)
			.map(({ word, from, to }) => ({
				from,
				to,
				text: text.slice(from, to),
				word: loaded.words[word]!.word,
				list: loaded.lists[loaded.words[word]!.list]!.name,
			})),
		models: (
			Object.entries(loaded.models) as [ModelTask, NonNullable<(typeof loaded.models)[ModelTask]>][]
		).map(([task, { model, version }]) => {
			const { text: plain, reasons: weighty } = model.reasons(text, 10);
			return {
				task,
				version,
				probability: look.probabilities[task] ?? 0,
				words: weighty.map(({ from, to, weight }) => ({ text: plain.slice(from, to), weight })),
			};
		}),
		outside: opinion,
		reasons,
		decision: strictest(reasons),
	};
}
