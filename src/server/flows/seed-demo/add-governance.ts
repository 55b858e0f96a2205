import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Actor, Role } from '../../contracts/actor.ts';
import { at } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import {
	answerAsCandidate,
	askCandidates,
	callElection,
	callJury,
	castBallot,
	confirmElected,
	listCandidates,
	moveElectionsOn,
	moveProposalsOn,
	newReceipt,
	proposeRules,
	rulesInForce,
	stand,
	voteInJury,
	voteOnRules,
	writeFirstRules,
} from '../../modules/governance/index.ts';
import { report } from '../../modules/moderation/index.ts';
import { scoreStale, writeDays } from '../../modules/quality/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { newcomers } from './add-standing.ts';
import { ago } from './ago.ts';

interface Governance {
	rules: { zh: string; en: string };
	proposals: {
		by: string;
		days_ago: number;
		title: string;
		text: string;
		add_zh: string;
		add_en: string;
		after_zh: string;
		after_en: string;
		yes: string[];
		no: string[];
		abstain: string[];
	}[];
	election: {
		title: string;
		text: string;
		space: string;
		seats: number;
		days_ago: number;
		candidates: { handle: string; text: string }[];
		questions: { by: string; text: string; answers: Record<string, string> }[];
		ballots: { by: string; ranks: string[] }[];
	};
	jury: {
		days_ago: number;
		author: string;
		reported_by: string;
		reason: 'low-quality' | 'spam';
		words: string;
		votes: { vote: 'uphold' | 'dismiss'; words: string }[];
	};
}

/** How the demo's members govern themselves: rules with a vote on them, an election that is over, a jury that has decided. */
export async function addGovernance(tx: Tx, dir: string, people: People): Promise<void> {
	const before = await tx
		.selectFrom('events')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const demo = parse(readFileSync(join(dir, 'governance.yaml'), 'utf8')) as Governance;
	const actor = (handle: string, role: Exclude<Role, 'visitor'> = 'member'): Actor => ({
		userId: people.get(handle) as UserId,
		role,
		emailVerified: true,
		suspended: false,
		scopes: null,
	});
	await addRules(tx, demo, actor);
	await addElection(tx, demo.election, people, actor);
	await addJury(tx, demo.jury, people, actor);
	// What happened days ago is told to nobody today.
	await tx
		.deleteFrom('events')
		.where('id', '>', before?.id ?? 0)
		.execute();
	await scoreStale(tx);
	await writeDays(tx, 90);
}

type Acting = (handle: string, role?: Exclude<Role, 'visitor'>) => Actor;

async function addRules(tx: Tx, { rules, proposals }: Governance, actor: Acting): Promise<void> {
	await at(ago(200), () =>
		writeFirstRules(tx, actor('mia-c', 'admin'), { texts: { 'zh-CN': rules.zh, en: rules.en } }),
	);
	for (const one of proposals) {
		const { texts } = (await rulesInForce(tx))!;
		const { id } = await at(ago(one.days_ago), () =>
			proposeRules(tx, actor(one.by, 'moderator'), {
				title: one.title,
				source: one.text,
				texts: {
					'zh-CN': texts['zh-CN'].replace(one.after_zh.trimEnd(), (found) =>
						`${found}\n${one.add_zh}`.trimEnd(),
					),
					en: texts.en.replace(one.after_en.trimEnd(), (found) => `${found}\n${one.add_en}`.trimEnd()),
				},
			}),
		);
		await at(ago(one.days_ago - 7.5), () => moveProposalsOn(tx));
		for (const choice of ['yes', 'no', 'abstain'] as const)
			for (const handle of one[choice])
				await at(ago(one.days_ago - 8), () => voteOnRules(tx, actor(handle), id, { choice }));
		if (one.days_ago > 20) {
			await at(ago(one.days_ago - 14.1), () => moveProposalsOn(tx));
			await at(ago(one.days_ago - 17.2), () => moveProposalsOn(tx));
		}
	}
}

async function addElection(
	tx: Tx,
	given: Governance['election'],
	people: People,
	actor: Acting,
): Promise<void> {
	const space = await tx.selectFrom('spaces').select('id').where('slug', '=', given.space).executeTakeFirst();
	if (!space) return;
	const day = (after: number) =>
		ago(given.days_ago - after)
			.toISOString()
			.slice(0, 10);
	const moment = (after: number) => ago(given.days_ago - after);
	// Before the clock is moved, as they count from today.
	const until = { nominationUntil: day(7), questionsUntil: day(14), ballotUntil: day(21) };
	const admin = actor('mia-c', 'admin');
	const id = await at(moment(0), async () => {
		const made = await callElection(tx, admin, {
			title: given.title,
			source: given.text,
			spaceId: space.id,
			seats: given.seats,
			timeZone: 'Asia/Shanghai',
			...until,
			standRule: { days: 90, reputation: 0 },
		});
		return made.id;
	});
	for (const { handle, text } of given.candidates)
		await at(moment(2), () => stand(tx, actor(handle), id, { source: text }));
	for (const { by, text, answers } of given.questions) {
		const question = await at(moment(9), () => askCandidates(tx, actor(by), id, { text }));
		for (const [handle, source] of Object.entries(answers))
			await at(moment(11), () => answerAsCandidate(tx, actor(handle), question.id, { source }));
	}
	await at(moment(16), () => moveElectionsOn(tx));
	const ids = new Map((await listCandidates(tx, id)).map(({ person }) => [person.handle, person.id]));
	for (const { by, ranks } of given.ballots)
		if (people.has(by))
			await at(moment(17), () =>
				castBallot(tx, actor(by), id, {
					ranks: Object.fromEntries(ranks.map((handle, rank) => [String(ids.get(handle)), rank + 1])),
					receipt: newReceipt(),
				}),
			);
	await at(moment(23), async () => {
		await moveElectionsOn(tx);
		await confirmElected(tx, admin, id);
	});
}

async function addJury(tx: Tx, given: Governance['jury'], people: People, actor: Acting): Promise<void> {
	const item = await tx
		.selectFrom('items')
		.select('id')
		.where('author_id', '=', people.get(given.author) ?? -1)
		.where('status', '=', 'published')
		.where('listed', '=', true)
		.orderBy('id')
		.executeTakeFirst();
	if (!item) return;
	// A jury is drawn of many who are trusted; those who show how one rises stay where they are.
	await tx
		.updateTable('users')
		.set({ level: 3 })
		.where('role', '=', 'member')
		.where('level', '<', 3)
		.where('handle', 'not in', Object.keys(newcomers))
		.where('created_at', '<', ago(50))
		.execute();
	const juryId = await at(ago(given.days_ago), async () => {
		await report(tx, actor(given.reported_by), {
			itemId: item.id,
			reason: given.reason,
			words: given.words,
		});
		const one = await tx
			.selectFrom('moderation_cases')
			.select('id')
			.where('item_id', '=', item.id)
			.where('status', '=', 'open')
			.executeTakeFirstOrThrow();
		const { id } = await callJury(tx, actor('lin-wei', 'moderator'), {
			caseId: one.id,
			size: given.votes.length,
		});
		return id;
	});
	const seats = await tx
		.selectFrom('jury_seats')
		.select('user_id')
		.where('jury_id', '=', juryId)
		.orderBy('drawn')
		.execute();
	for (const [n, { vote, words }] of given.votes.entries())
		await at(ago(given.days_ago - 0.5 - n / 10), () =>
			voteInJury(tx, { ...actor(''), userId: seats[n]!.user_id as UserId }, juryId, { vote, reasons: words }),
		);
}
