import { now } from '../../kernel/clock.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { TextCheck, TextToCheck, TextVerdict } from '../items/index.ts';
import { checksError } from './errors.ts';
import { type Glance, glanceAt, nearest } from './glance.ts';
import { keepCheck } from './keep-check.ts';
import { loadChecks } from './load-checks.ts';
import { actionAt, holdsFrom, lookAt } from './look.ts';
import { bandsOf, signatureOf } from './near/signature.ts';
import type { OutsideModel, OutsideOpinion } from './outside-model.ts';
import { type CheckReason, strictest } from './reason.ts';
import type { CheckRule, Rules } from './rules.ts';
import { bareHost, domainsAbove, factsOf, mostLookedThrough, type TextFacts } from './text-facts.ts';

const day = 86_400_000;

/**
 * The check that items ask: everything that was set in the console, in two statements before the text is written and two
 * after.
 *
 * @param own host of this place: links to it are no links
 * @param outside asked before the transaction, when there is one
 */
export function textCheck(owner: object, own: string, outside: OutsideModel | null = null): TextCheck {
	const home = bareHost(own);
	return {
		...(outside ? { ahead: (_: Db, text: { title: string; source: string }) => outside.ask(text) } : {}),
		check: (tx, text, ahead) => check(owner, home, tx, text, (ahead as OutsideOpinion | undefined) ?? null),
	};
}

async function check(
	owner: object,
	home: string,
	tx: Tx,
	text: TextToCheck,
	opinion: OutsideOpinion | null,
): Promise<TextVerdict> {
	const { before, writer } = text;
	// A change of tags is no new text.
	if (before && before.title === text.title && before.source === text.source)
		return { decision: before.status === 'held' ? 'hold' : 'publish' };
	const facts = factsOf(`${text.title}\n${text.source}`.slice(0, mostLookedThrough));
	const hosts = facts.hosts.filter((host) => host !== home);
	const at = now().getTime();
	const [seen] = await glanceAt(tx, {
		domains: hosts.flatMap(domainsAbove),
		writer: writer.userId,
		day: new Date(at - day),
		burst: new Date(at - 600_000),
	});
	if (!seen) return { decision: 'publish' };
	const loaded = await loadChecks(owner, tx, seen);
	const fresh = isNew(loaded.rules, seen, at);
	const look = lookAt(loaded, text, fresh);
	const numbers = signatureOf(text.source.slice(0, mostLookedThrough));
	const signature = numbers && { numbers, bands: bandsOf(numbers) };
	const reasons = text.trusted
		? []
		: [
				...(before ? [] : paceReasons(loaded.rules, seen, fresh)),
				...countReasons(loaded.rules, { ...facts, links: linksOf(facts, hosts, seen) }, fresh),
				...domainReasons(loaded.rules.domains, hosts, seen),
				...look.reasons,
				...outsideReasons(loaded.rules.outside, opinion),
				...(signature ? await nearReasons(tx, loaded.rules, text, signature, { at, fresh }) : []),
			];
	const decision = strictest(reasons);
	if (decision === 'refuse') throw refusalOf(reasons);
	return {
		decision,
		settle: (inside, written) =>
			keepCheck(inside, {
				...written,
				authorId: writer.userId,
				decision,
				reasons,
				probabilities: look.probabilities,
				outside: opinion?.probability ?? null,
				signature,
				again: false,
			}),
	};
}

/** Younger than so many days, or with fewer texts that stand. */
function isNew({ newcomer }: Rules, { since, published }: Glance, at: number): boolean {
	if (newcomer.action === 'off') return false;
	return at - since.getTime() < (newcomer.forNew ?? 0) * day || published < (newcomer.forOthers ?? 0);
}

const mostFor = ({ forNew, forOthers }: CheckRule, fresh: boolean): number | null =>
	fresh && forNew !== null ? forNew : forOthers;

function paceReasons(rules: Rules, seen: Glance, fresh: boolean): CheckReason[] {
	for (const name of ['burst', 'day'] as const) {
		const most = mostFor(rules[name], fresh);
		if (rules[name].action === 'off' || most === null || seen[name] < most) continue;
		throw checksError('too_fast', {
			params: { most, minutes: name === 'day' ? 1440 : 10 },
			retryAfter: name === 'day' ? 3600 : 600,
		});
	}
	const { action, forNew } = rules.first;
	if (action === 'off' || forNew === null || seen.published >= forNew) return [];
	return [{ check: 'first', action, sure: 0.1, most: forNew }];
}

/** Links that count: those to places that are allowed do not. */
function linksOf(facts: TextFacts, hosts: readonly string[], seen: Glance): number {
	const allowed = new Set(seen.domains.filter(([, good]) => good).map(([domain]) => domain));
	const counting = hosts.filter((host) => !domainsAbove(host).some((domain) => allowed.has(domain)));
	return facts.hosts.length === 0 ? 0 : Math.ceil((facts.links * counting.length) / facts.hosts.length);
}

function countReasons(rules: Rules, facts: TextFacts, fresh: boolean): CheckReason[] {
	return (['links', 'mentions', 'invisible'] as const).flatMap((check): CheckReason[] => {
		const { action } = rules[check];
		const most = mostFor(rules[check], fresh);
		const count = facts[check];
		if (action === 'off' || most === null || count <= most) return [];
		return [{ check, action, sure: Math.min(0.9, 0.4 + 0.1 * (count - most)), count, most }];
	});
}

function domainReasons({ action }: CheckRule, hosts: readonly string[], seen: Glance): CheckReason[] {
	const blocked = new Set(seen.domains.filter(([, good]) => !good).map(([domain]) => domain));
	const domains = hosts.filter((host) => domainsAbove(host).some((domain) => blocked.has(domain)));
	return action === 'off' || domains.length === 0 ? [] : [{ check: 'domains', action, sure: 0.95, domains }];
}

function outsideReasons(rule: CheckRule, opinion: OutsideOpinion | null): CheckReason[] {
	if (!opinion) return [];
	const { probability, categories } = opinion;
	const action = actionAt(rule, probability);
	return action ? [{ check: 'outside', action, sure: probability, probability, categories }] : [];
}

async function nearReasons(
	tx: Tx,
	rules: Rules,
	text: TextToCheck,
	signature: { numbers: Uint32Array; bands: number[] },
	{ at, fresh }: { at: number; fresh: boolean },
): Promise<CheckReason[]> {
	if (rules.again.action === 'off' && rules.copied.action === 'off') return [];
	const { own, other } = await nearest(tx, signature, {
		itemId: text.replyId === null && text.what !== 'item' ? null : text.itemId,
		replyId: text.replyId,
		writer: text.writer.userId,
		since: new Date(at - 30 * day),
	});
	return (
		[
			['again', own],
			['copied', other],
		] as const
	).flatMap(([check, near]): CheckReason[] => {
		const action = near && actionAt(rules[check], near.likeness, holdsFrom(rules[check], fresh));
		if (!action) return [];
		const { itemId, replyId, likeness } = near;
		return [{ check, action, sure: 0.8 * likeness, likeness, itemId, replyId }];
	});
}

function refusalOf(reasons: readonly CheckReason[]) {
	const refusing = reasons.filter(({ action }) => action === 'refuse');
	const words = refusing.flatMap((one) => ('words' in one ? one.words : 'domains' in one ? one.domains : []));
	return checksError('refused', {
		params: { words: words.slice(0, 5).join(' · ') || refusing.map(({ check }) => check).join(' ') },
		fields: { source: 'checks.refused' },
	});
}
