import { randomBytes } from 'node:crypto';
import type { Actor, Member, Scope } from '../../contracts/actor.ts';
import { askForRefund } from '../../flows/refund.ts';
import { settlePayment } from '../../flows/settle-payment.ts';
import { createApiKey } from '../../modules/accounts/index.ts';
import { addToColumn } from '../../modules/articles/index.ts';
import {
	addPrice,
	listOffers,
	makeAffiliateLink,
	makeBundle,
	makeDiscount,
	priceItem,
	setTier,
} from '../../modules/catalog/index.ts';
import {
	addSynonym,
	deleteItem,
	deleteReply,
	findTag,
	hideItem,
	hideReply,
	lockItem,
	pinItem,
	publishItem,
	reply,
	reviseItem,
	reviseReply,
	saveDraft,
} from '../../modules/items/index.ts';
import { aPerson, aSpace, type PersonBuilt } from '../../modules/items/testing.ts';
import { assignSeat, type Notice, paymentOf, placeOrder, startPayment } from '../../modules/orders/index.ts';
import { acceptAnswer, closeQuestion, offerBounty } from '../../modules/questions/index.ts';
import { createInvitation } from '../../modules/spaces/index.ts';
import { cancelSubscription, changePlan, pauseSubscription } from '../../modules/subscriptions/index.ts';
import { aSubscription } from '../../modules/subscriptions/testing.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Context } from '../context.ts';
import { buildAssessments } from './assessment-world.ts';
import { buildAssignments } from './assignment-world.ts';
import { buildChecks } from './check-world.ts';
import { buildCohorts } from './cohort-world.ts';
import { buildCourses } from './course-world.ts';
import { buildCredentials } from './credential-world.ts';
import { buildDeals } from './deals.ts';
import { buildFair } from './fair-world.ts';
import { buildGovernance } from './governance-world.ts';
import { buildInterop } from './interop-world.ts';
import { buildMedia } from './media-world.ts';
import { buildModeration } from './moderation-world.ts';
import { buildOrganisation } from './organisation-world.ts';
import { buildPayouts } from './payout-world.ts';
import { buildRewards } from './reward-world.ts';
import { buildStanding } from './standing-world.ts';

/** Whoever may come: the columns of the authorisation table. */
export const personas = [
	'visitor',
	'stranger',
	'member',
	'author',
	'moderator',
	'admin',
	'suspended',
	'unverified',
	'key',
] as const;
export type Persona = (typeof personas)[number];

/**
 * A private space with one of everything in it that an operation may name. `author` wrote or owns each of them;
 * `moderator` looks after the space, `admin` after the whole place; `stranger` is signed in and does not belong.
 */
export type World = Awaited<ReturnType<typeof buildWorld>>;

export async function buildWorld(ctx: Context) {
	const { db } = ctx;
	const people = {
		stranger: await aPerson(db, { handle: 'stranger' }),
		member: await aPerson(db, { handle: 'member', reputation: 1000 }),
		author: await aPerson(db, { handle: 'author', reputation: 1000 }),
		moderator: await aPerson(db, { handle: 'keeper', reputation: 1000 }),
		admin: await aPerson(db, { handle: 'boss', role: 'admin', reputation: 1000 }),
		suspended: await aPerson(db, { handle: 'suspended', suspended: true }),
		unverified: await aPerson(db, { handle: 'unverified', emailVerified: false }),
	};
	const owner = await aPerson(db, { handle: 'owner' });
	const answerer = await aPerson(db, { handle: 'answerer' });
	const buyer = await aPerson(db, { handle: 'buyer' });
	const { author, moderator } = people;
	const room = await aSpace(db, {
		slug: 'room',
		access: 'private',
		ownerId: owner.id,
		members: [
			{ id: moderator.id, role: 'moderator' },
			...[people.member, author, people.suspended, people.unverified, answerer].map(({ id }) => id),
		],
	});
	const annex = await aSpace(db, {
		slug: 'annex',
		access: 'private',
		members: [{ id: moderator.id, role: 'moderator' }, author.id, people.member.id],
	});
	const plaza = await aSpace(db, { slug: 'plaza', ownerId: owner.id });

	const item = (kind: string, data?: unknown, actor: Actor = author.actor) =>
		publishItem(db, actor, {
			kind,
			spaceId: room.id,
			title: `A ${kind} to act on`,
			source: 'A text that is long enough for every kind of item.',
			tags: ['postgresql'],
			language: 'en',
			data,
		}).then(({ id }) => id);
	const answer = (itemId: number, actor: Actor) =>
		reply(db, actor, { itemId, kind: 'answer', source: 'An answer that helps.' }).then(({ id }) => id);

	/** An article of `answerer` that `author` has bought. @returns the order */
	const sold = async (key: string) => {
		const itemId = await item('article', undefined, answerer.actor);
		await db.updateTable('items').set({ access: 'paid' }).where('id', '=', itemId).execute();
		await priceItem(db, answerer.actor, itemId, { amount: 1900, currency: 'CNY' });
		const [offer] = await listOffers(db, { itemId });
		const { orderId } = await placeOrder(db, author.actor, { offerId: offer!.id, key: `world-order-${key}` });
		const { reference } = await startPayment(db, author.actor, orderId, 'sandbox');
		await settlePayment(db, notice(reference, key), 2000);
		return orderId;
	};

	const question = await item('question');
	const article = await item('article');
	const column = await item('column');
	const part = await item('article');
	const loose = await item('article');
	const snippet = await item('snippet', { language: 'sql', code: 'select 1' });
	await reviseItem(db, author.actor, article, {
		revision: 1,
		title: 'A better title',
		source: 'A text that is long enough, and better.',
		tags: ['postgresql'],
	});
	await addToColumn(db, author.actor, { columnId: column, itemId: part });

	const deleted = await item('article');
	await deleteItem(db, author.actor, deleted);
	const hidden = await item('article');
	await hideItem(db, moderator.actor, hidden);
	const held = await item('article');
	await db.updateTable('items').set({ status: 'held', announced: false }).where('id', '=', held).execute();
	const locked = await item('article');
	await lockItem(db, moderator.actor, locked);
	const pinned = await item('article');
	await pinItem(db, moderator.actor, pinned);

	const theirs = await answer(question, answerer.actor);
	const own = await answer(question, author.actor);
	await reviseReply(db, author.actor, {
		itemId: question,
		replyId: own,
		revision: 1,
		source: 'An answer that helps more.',
	});
	await reply(db, answerer.actor, { itemId: question, kind: 'comment', source: 'A remark on the question.' });
	await reply(db, answerer.actor, {
		itemId: question,
		kind: 'comment',
		parentId: own,
		source: 'A remark on the answer.',
	});
	const deletedReply = await answer(question, author.actor);
	await deleteReply(db, author.actor, { itemId: question, replyId: deletedReply });
	const hiddenReply = await answer(question, author.actor);
	await hideReply(db, moderator.actor, { itemId: question, replyId: hiddenReply });
	const heldReply = await answer(question, author.actor);
	await hideReply(db, moderator.actor, { itemId: question, replyId: heldReply });
	await db.updateTable('replies').set({ status: 'held' }).where('id', '=', heldReply).execute();

	const solved = await item('question');
	await acceptAnswer(db, author.actor, { itemId: solved, replyId: await answer(solved, answerer.actor) });
	const closed = await item('question');
	await closeQuestion(db, moderator.actor, { itemId: closed, reason: 'unclear' });
	const bountied = await item('question');
	await offerBounty(db, author.actor, { itemId: bountied, amount: 50 });
	const bountiedAnswer = await answer(bountied, answerer.actor);

	const priced = await item('article', undefined, answerer.actor);
	await db.updateTable('items').set({ access: 'paid' }).where('id', '=', priced).execute();
	await priceItem(db, answerer.actor, priced, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: priced });
	const { orderId } = await placeOrder(db, author.actor, { offerId: offer!.id, key: 'world-order' });

	await buildStanding(db, people.admin.actor);
	const subscriptions = await someSubscriptions(db, author.actor as Member);
	const deals = await buildDeals(db, { author, answerer, buyer, owner, item: priced });
	const pricing = await buildPricing(db, author, people.admin, room.id, [
		await item('article'),
		await item('article'),
	]);
	const [paidOrderId, askedOrderId] = [await sold('one'), await sold('two')];
	const { refundId } = await askForRefund(
		db,
		author.actor,
		askedOrderId,
		{ reason: 'Half of it is missing', amount: 500 },
		ctx.settings,
	);
	const disputed = await sold('three');
	const { reference } = (await paymentOf(db, disputed))!;
	await settlePayment(db, notice(reference, 'disputed', { about: 'dispute', outcome: 'opened' }), 2000);
	const ledgerAccount = await db
		.selectFrom('ledger_accounts')
		.select('id')
		.orderBy('id')
		.executeTakeFirstOrThrow();

	const tag = (await findTag(db, author.actor, 'postgresql'))!;
	await addSynonym(db, people.admin.actor, tag.id, 'pg');
	const draft = (await saveDraft(db, author.actor, { kind: 'article', spaceId: room.id, title: 'Not yet' }))
		.id;
	const invitation = await createInvitation(db, moderator.actor, { spaceId: room.id, maxUses: 5 });
	const notification = await db
		.insertInto('notifications')
		.values({
			user_id: author.id,
			kind: 'answer',
			actor_id: answerer.id,
			item_id: question,
			reply_id: theirs,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('moderation_actions')
		.values({ actor_id: moderator.id, action: 'item:locked', item_id: locked, reason: 'A quarrel' })
		.execute();
	await db
		.insertInto('reputation_entries')
		.values({ user_id: author.id, amount: 10, reason: 'vote', item_id: question })
		.execute();
	await db.insertInto('follows').values({ user_id: author.id, space_id: room.id }).execute();

	const cookies: Partial<Record<Persona, string>> = {};
	for (const [name, person] of Object.entries(people))
		cookies[name as Persona] = await aSession(db, person.id);
	const session = await db
		.selectFrom('sessions')
		.select('id')
		.where('user_id', '=', author.id)
		.executeTakeFirstOrThrow();
	const keys = Object.fromEntries(
		await Promise.all(
			(['read', 'write', 'admin'] as const).map(async (lacking) => {
				const scopes = (['read', 'write', 'admin'] as const).filter((scope) => scope !== lacking);
				return [
					lacking,
					(await createApiKey(db, people.admin.actor, { name: `all but ${lacking}`, scopes })).key,
				];
			}),
		),
	) as Record<Scope, string>;
	const { id: keyId, key: fullKey } = await createApiKey(db, author.actor, {
		name: 'everything',
		scopes: ['read', 'write'],
	});

	const payouts = await buildPayouts(ctx, author, people.admin);
	const media = await buildMedia(ctx, author, people.member);
	const assessed = await buildAssessments(db, { author, member: people.member, spaceId: room.id });
	const tasks = await buildAssignments(db, { author, member: people.member, spaceId: room.id });
	const courses = await buildCourses(db, { author, member: people.member, spaceId: room.id, helper: buyer });
	const played = await buildInterop(ctx, {
		author,
		member: people.member,
		admin: people.admin,
		spaceId: room.id,
		mediaId: media.file,
	});
	const governance = await buildGovernance(db, {
		author,
		member: people.member,
		admin: people.admin,
		spaceId: room.id,
	});
	const fair = await buildFair(db, { author, admin: people.admin });
	const checks = await buildChecks(db, people.admin);
	const cohorts = await buildCohorts(db, { author, member: people.member, spaceId: room.id, helper: buyer });
	const certificates = await buildCredentials(db, { author, member: people.member, secret: ctx.secret });

	const moderation = await buildModeration(
		db,
		{
			author,
			member: people.member,
			keeper: moderator,
			admin: people.admin,
			other: await aPerson(db, { role: 'moderator' }),
		},
		room.id,
	);
	const rewards = await buildRewards(db, { admin: people.admin, member: people.member });
	const organisation = await buildOrganisation(db, { author, member: people.member, admin: people.admin });

	return {
		people,
		owner,
		answerer,
		buyer,
		room,
		annex,
		plaza,
		items: {
			question,
			article,
			column,
			part,
			loose,
			snippet,
			deleted,
			hidden,
			held,
			locked,
			pinned,
			solved,
			closed,
			bountied,
			priced,
			...pricing.items,
		},
		replies: {
			theirs,
			own,
			deleted: deletedReply,
			hidden: hiddenReply,
			held: heldReply,
			bountied: bountiedAnswer,
		},
		offerId: offer!.id,
		deals,
		orderId,
		payouts,
		media,
		courses,
		played,
		assessed,
		tasks,
		certificates,
		organisation,
		checks,
		cohorts,
		governance,
		moderation,
		rewards,
		fair,
		subscriptions,
		...pricing.made,
		paidOrderId,
		askedOrderId,
		refundId,
		ledgerAccountId: ledgerAccount.id,
		draft,
		invitation,
		notification: notification.id,
		session: session.id,
		keyId,
		fullKey,
		/** By the scope that each lacks. */
		keys,
		cookies,
	};
}

/** What `author` sells and has made for it: two paid articles, a bundle, a coupon, a link, seats that were bought. */
async function buildPricing(
	db: Db,
	author: PersonBuilt,
	admin: PersonBuilt,
	spaceId: number,
	[paidOne, paidTwo]: [number, number],
) {
	const price = { amount: 1900, currency: 'CNY' };
	await db.updateTable('items').set({ access: 'paid' }).where('id', 'in', [paidOne, paidTwo]).execute();
	for (const id of [paidOne, paidTwo]) await priceItem(db, author.actor, id, price);
	const [own] = await listOffers(db, { itemId: paidOne });
	const offerPriceId = await addPrice(db, author.actor, own!.id, { ...price, amount: 900, region: 'US' });
	const bundle = await makeBundle(db, author.actor, { title: 'Both', itemIds: [paidOne, paidTwo], price });
	const discountId = await makeDiscount(db, author.actor, {
		code: 'author-10',
		name: 'Ten',
		percentBps: 1000,
	});
	const { id: linkId } = await makeAffiliateLink(db, author.actor, {});
	await setTier(db, admin.actor, { slug: 'gold', name: 'Gold', rank: 9, spaceIds: [] });
	const { id: seatsOrder } = await db
		.insertInto('orders')
		.values({
			user_id: author.id,
			offer_id: own!.id,
			amount: 1900,
			subtotal: 1900,
			currency: 'CNY',
			title: 'Seats',
			key: 'world-seats',
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const { id: poolId } = await db
		.insertInto('seat_pools')
		.values({
			order_id: seatsOrder,
			owner_id: author.id,
			space_id: spaceId,
			seats: 3,
			starts_at: new Date(),
			ends_at: new Date(Date.now() + 86_400_000),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await assignSeat(db, author.actor, poolId, { handle: 'answerer' });
	return {
		items: { paidOne, paidTwo },
		made: { ownOfferId: own!.id, offerPriceId, bundle, discountId, linkId, poolId },
	};
}
/** What the provider says of a payment of 19 yuan. */
const notice = (reference: string, noticeId: string, more: Partial<Notice> = {}): Notice => ({
	provider: 'sandbox',
	noticeId,
	reference,
	outcome: 'succeeded',
	amount: 1900,
	currency: 'CNY',
	body: '{}',
	...more,
});

async function aSession(db: Db, userId: number): Promise<string> {
	const token = randomBytes(16).toString('hex');
	await db
		.insertInto('sessions')
		.values({ user_id: userId, token, expires_at: new Date(Date.now() + 3_600_000) })
		.execute();
	return `stoa.session_token=${token}.signature`;
}

/** What a persona's requests carry. @param scope what the operation needs: `key` brings one that lacks just that */
export function credentials(world: World, persona: Persona, scope: Scope): Record<string, string> {
	if (persona === 'key') return { authorization: `Bearer ${world.keys[scope]}` };
	const cookie = world.cookies[persona];
	return cookie ? { cookie } : {};
}

/** One person's subscriptions, each to a space of its own, so that every change has one that it may be made of. */
async function someSubscriptions(db: Db, actor: Member) {
	const active = await aSubscription(db, actor);
	const changing = await aSubscription(db, actor);
	await changePlan(db, actor, changing.id, changing.otherPlan);
	const pausing = await aSubscription(db, actor);
	await pauseSubscription(db, actor, pausing.id, 1);
	const cancelled = await aSubscription(db, actor);
	await cancelSubscription(db, actor, cancelled.id);
	const trialing = await aSubscription(db, actor, { trial: true });
	return {
		active: active.id,
		otherPlan: active.otherPlan,
		changing: changing.id,
		pausing: pausing.id,
		cancelled: cancelled.id,
		trialing: trialing.id,
	};
}
