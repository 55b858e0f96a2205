import type { Operation } from '../operation.ts';
import { assessmentCalls } from './assessment-calls.ts';
import { assignmentCalls } from './assignment-calls.ts';
import type { Called } from './called.ts';
import { checkCalls } from './check-calls.ts';
import { cohortCalls } from './cohort-calls.ts';
import { courseCalls } from './course-calls.ts';
import { credentialCalls } from './credential-calls.ts';
import { fairCalls } from './fair-calls.ts';
import { governanceCalls } from './governance-calls.ts';
import { interopCalls } from './interop-calls.ts';
import { mediaCalls } from './media-calls.ts';
import { moderationCalls } from './moderation-calls.ts';
import { organisationCalls } from './organisation-calls.ts';
import { payoutCalls } from './payout-calls.ts';
import { rewardCalls } from './reward-calls.ts';
import { standingCalls } from './standing-calls.ts';
import { credentials, type Persona, type World } from './world.ts';

const item = (id: number): Pick<Called, 'params'> => ({ params: { id } });
const text = 'A text that is long enough for every kind of item.';

/** One call of every operation. An operation that is missing here fails the suite. */
export const calls: Record<string, (world: World) => Called> = {
	listItems: ({ room }) => ({ as: 'visitor', query: { sort: 'new', spaceId: room.id, limit: 2 } }),
	createItem: ({ room }) => ({
		as: 'member',
		body: {
			kind: 'question',
			spaceId: room.id,
			title: 'May I ask this here?',
			source: text,
			tags: ['postgresql'],
			language: 'en',
		},
	}),
	readItem: ({ items }) => ({ as: 'member', ...item(items.question) }),
	updateItem: ({ items }) => ({
		as: 'author',
		...item(items.article),
		ifMatch: '"2-9-full-top"',
		body: { title: 'A title that is better still' },
	}),
	deleteItem: ({ items }) => ({ as: 'author', ...item(items.article), query: { reason: 'Outdated' } }),
	restoreItem: ({ items }) => ({ as: 'author', ...item(items.deleted) }),
	readItemSource: ({ items }) => ({ as: 'member', ...item(items.snippet) }),
	readItemState: ({ items }) => ({ as: 'member', ...item(items.question) }),
	setItemLock: ({ items }) => ({ as: 'moderator', ...item(items.article), query: { reason: 'A quarrel' } }),
	unsetItemLock: ({ items }) => ({ as: 'moderator', ...item(items.locked) }),
	setItemPin: ({ items }) => ({ as: 'moderator', ...item(items.article) }),
	unsetItemPin: ({ items }) => ({ as: 'moderator', ...item(items.pinned) }),
	setItemHiding: ({ items }) => ({ as: 'moderator', ...item(items.article) }),
	unsetItemHiding: ({ items }) => ({ as: 'moderator', ...item(items.hidden) }),
	releaseItem: ({ items }) => ({ as: 'moderator', ...item(items.held), query: { reason: 'Harmless' } }),
	moveItem: ({ items, annex }) => ({ as: 'moderator', ...item(items.article), body: { spaceId: annex.id } }),

	listReplies: ({ items }) => ({ as: 'member', ...item(items.question), query: { sort: 'old' } }),
	createReply: ({ items }) => ({
		as: 'member',
		...item(items.question),
		body: { kind: 'answer', source: 'The cast keeps it from using the index.' },
	}),
	listItemComments: ({ items }) => ({ as: 'member', ...item(items.question), query: { limit: 5 } }),
	listReplyComments: ({ replies }) => ({ as: 'member', ...item(replies.own) }),
	readReplySource: ({ replies }) => ({ as: 'member', ...item(replies.own) }),
	updateReply: ({ replies }) => ({
		as: 'author',
		...item(replies.own),
		ifMatch: '"2"',
		body: { source: 'An answer that helps most.' },
	}),
	deleteReply: ({ replies }) => ({ as: 'author', ...item(replies.own) }),
	restoreReply: ({ replies }) => ({ as: 'author', ...item(replies.deleted) }),
	setReplyHiding: ({ replies }) => ({ as: 'moderator', ...item(replies.own) }),
	unsetReplyHiding: ({ replies }) => ({ as: 'moderator', ...item(replies.hidden) }),
	releaseReply: ({ replies }) => ({ as: 'moderator', ...item(replies.held) }),

	listItemRevisions: ({ items }) => ({ as: 'member', ...item(items.article) }),
	readItemRevision: ({ items }) => ({ as: 'member', params: { id: items.article, number: 2 } }),
	diffItemRevision: ({ items }) => ({ as: 'member', params: { id: items.article, number: 2 } }),
	listReplyRevisions: ({ replies }) => ({ as: 'member', ...item(replies.own) }),
	readReplyRevision: ({ replies }) => ({ as: 'member', params: { id: replies.own, number: 1 } }),
	diffReplyRevision: ({ replies }) => ({
		as: 'member',
		params: { id: replies.own, number: 2 },
		query: { from: 1 },
	}),

	voteItem: ({ items }) => ({ as: 'member', ...item(items.question), body: { value: 1 } }),
	unvoteItem: ({ items }) => ({ as: 'member', ...item(items.question) }),
	reactItem: ({ items }) => ({ as: 'member', params: { id: items.question, emoji: 'rocket' } }),
	unreactItem: ({ items }) => ({ as: 'member', params: { id: items.question, emoji: 'rocket' } }),
	voteReply: ({ replies }) => ({ as: 'member', ...item(replies.own), body: { value: -1 } }),
	unvoteReply: ({ replies }) => ({ as: 'member', ...item(replies.own) }),
	reactReply: ({ replies }) => ({ as: 'member', params: { id: replies.own, emoji: 'thanks' } }),
	unreactReply: ({ replies }) => ({ as: 'member', params: { id: replies.own, emoji: 'thanks' } }),
	bookmarkItem: ({ items }) => ({ as: 'member', ...item(items.question) }),
	unbookmarkItem: ({ items }) => ({ as: 'member', ...item(items.question) }),
	followItem: ({ items }) => ({ as: 'member', ...item(items.question) }),
	followTag: () => ({ as: 'member', params: { slug: 'pg' } }),
	followSpace: () => ({ as: 'member', params: { slug: 'room' } }),
	followPerson: () => ({ as: 'member', params: { handle: 'author' } }),
	unfollowItem: ({ items }) => ({ as: 'member', ...item(items.question) }),
	unfollowTag: () => ({ as: 'member', params: { slug: 'postgresql' } }),
	unfollowSpace: () => ({ as: 'author', params: { slug: 'room' } }),
	unfollowPerson: () => ({ as: 'member', params: { handle: 'author' } }),

	acceptAnswer: ({ items, replies }) => ({
		as: 'author',
		...item(items.question),
		body: { replyId: replies.theirs },
	}),
	unacceptAnswer: ({ items }) => ({ as: 'author', ...item(items.solved) }),
	closeQuestion: ({ items }) => ({
		as: 'moderator',
		...item(items.question),
		body: { reason: 'duplicate', duplicateOf: items.solved },
	}),
	reopenQuestion: ({ items }) => ({ as: 'moderator', ...item(items.closed) }),
	offerBounty: ({ items }) => ({ as: 'author', ...item(items.question), body: { amount: 50, days: 3 } }),
	awardBounty: ({ items, replies }) => ({
		as: 'author',
		...item(items.bountied),
		body: { replyId: replies.bountied },
	}),

	listColumn: ({ items }) => ({ as: 'member', ...item(items.column) }),
	addToColumn: ({ items }) => ({ as: 'author', params: { id: items.column, articleId: items.loose } }),
	removeFromColumn: ({ items }) => ({ as: 'author', params: { id: items.column, articleId: items.part } }),
	arrangeColumn: ({ items }) => ({ as: 'author', ...item(items.column), body: { order: [items.part] } }),
	listForks: ({ items }) => ({ as: 'member', ...item(items.snippet) }),
	forkSnippet: ({ items }) => ({ as: 'member', ...item(items.snippet), body: { title: 'My own copy' } }),

	renderMarkdown: () => ({ as: 'member', body: { source: '# Title\n\nHello $x^2$', base: 'post' } }),
	listDrafts: () => ({ as: 'author' }),
	createDraft: ({ room }) => ({ as: 'member', body: { kind: 'article', spaceId: room.id, title: 'Begun' } }),
	readDraft: ({ draft }) => ({ as: 'author', ...item(draft) }),
	replaceDraft: ({ draft, room }) => ({
		as: 'author',
		...item(draft),
		body: { kind: 'article', spaceId: room.id, title: 'Further', source: 'More' },
	}),
	deleteDraft: ({ draft }) => ({ as: 'author', ...item(draft) }),

	listTags: () => ({ as: 'visitor', query: { prefix: 'post' } }),
	readTag: () => ({ as: 'visitor', params: { slug: 'pg' } }),
	updateTag: () => ({
		as: 'admin',
		params: { slug: 'postgresql' },
		body: { description: 'A database', wiki: '# PostgreSQL' },
	}),
	addSynonym: () => ({ as: 'admin', params: { slug: 'postgresql', word: 'postgres' } }),
	removeSynonym: () => ({ as: 'admin', params: { slug: 'postgresql', word: 'pg' } }),

	listSpaces: () => ({ as: 'visitor', query: { limit: 10 } }),
	createSpace: () => ({
		as: 'admin',
		body: { slug: 'systems', name: 'Systems', accent: '#3b6fd4', rules: [{ title: 'Be kind' }] },
	}),
	readSpace: () => ({ as: 'member', params: { slug: 'room' } }),
	updateSpace: () => ({ as: 'moderator', params: { slug: 'room' }, body: { tagline: 'Ours' } }),
	joinSpace: () => ({ as: 'stranger', params: { slug: 'plaza' } }),
	leaveSpace: () => ({ as: 'member', params: { slug: 'room' } }),
	listSpaceMembers: () => ({ as: 'member', params: { slug: 'room' }, query: { role: 'moderator' } }),
	setSpaceRole: ({ answerer }) => ({
		as: 'admin',
		params: { slug: 'room', personId: answerer.id },
		body: { role: 'expert' },
	}),
	removeSpaceMember: ({ answerer }) => ({ as: 'moderator', params: { slug: 'room', personId: answerer.id } }),
	listInvitations: () => ({ as: 'moderator', params: { slug: 'room' } }),
	createInvitation: () => ({ as: 'moderator', params: { slug: 'room' }, body: { maxUses: 3, days: 2 } }),
	revokeInvitation: ({ invitation }) => ({
		as: 'moderator',
		params: { slug: 'room', invitationId: invitation.id },
	}),
	readInvitation: ({ invitation }) => ({ as: 'visitor', params: { token: invitation.token } }),
	acceptInvitation: ({ invitation }) => ({ as: 'stranger', params: { token: invitation.token } }),
	priceSpace: () => ({
		as: 'admin',
		params: { slug: 'room', months: 1 },
		body: { amount: 9900, currency: 'CNY' },
	}),
	unpriceSpace: () => ({ as: 'admin', params: { slug: 'room', months: 1 } }),

	listPeople: () => ({ as: 'visitor', query: { q: 'auth', sort: 'new' } }),
	readPerson: () => ({ as: 'visitor', params: { handle: 'author' } }),
	listReputation: () => ({ as: 'visitor', params: { handle: 'author' } }),
	suspendPerson: () => ({
		as: 'admin',
		params: { handle: 'buyer' },
		body: { reason: 'Advertising', days: 7 },
	}),
	liftSuspension: () => ({ as: 'admin', params: { handle: 'suspended' } }),
	setRole: () => ({ as: 'admin', params: { handle: 'buyer' }, body: { role: 'moderator' } }),

	readMe: () => ({ as: 'member' }),
	updateMe: () => ({ as: 'member', body: { headline: 'Reads a lot', website: 'https://example.org' } }),
	listEntitlements: () => ({ as: 'member' }),
	listApiKeys: () => ({ as: 'author' }),
	createApiKey: () => ({ as: 'member', body: { name: 'Backup', scopes: ['read'], days: 30 } }),
	revokeApiKey: ({ keyId }) => ({ as: 'author', ...item(keyId) }),
	listSessions: () => ({ as: 'author' }),
	endSession: ({ session }) => ({ as: 'author', ...item(session) }),

	search: () => ({ as: 'member', query: { q: 'text', kind: ['article', 'question'] } }),
	suggest: () => ({ as: 'member', query: { q: 'aut' } }),

	listNotifications: () => ({ as: 'author', query: { unread: 'true' } }),
	readNotification: ({ notification }) => ({ as: 'author', ...item(notification) }),
	readAllNotifications: () => ({ as: 'author' }),

	listItemOffers: ({ items }) => ({ as: 'member', ...item(items.priced) }),
	listSpaceOffers: () => ({ as: 'member', params: { slug: 'room' } }),
	readOffer: ({ offerId }) => ({ as: 'member', ...item(offerId) }),
	priceItem: ({ items }) => ({
		as: 'author',
		...item(items.article),
		body: { amount: 900, currency: 'USD' },
	}),
	unpriceItem: ({ items }) => ({ as: 'author', ...item(items.article) }),
	listOrders: () => ({ as: 'author' }),
	createOrder: ({ offerId }) => ({ as: 'member', body: { offerId } }),
	readOrder: ({ orderId }) => ({ as: 'author', ...item(orderId) }),
	createPayment: ({ orderId }) => ({ as: 'author', ...item(orderId), body: {} }),
	listPaymentProviders: () => ({ as: 'visitor' }),
	listReconciliations: () => ({ as: 'admin' }),
	reconcile: () => ({ as: 'admin', body: { provider: 'sandbox', day: '2026-01-31' } }),

	listSubscriptions: () => ({ as: 'author' }),
	readSubscription: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.active) }),
	listSubscriptionBills: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.active) }),
	listSubscriptionPlans: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.active) }),
	changeSubscriptionPlan: ({ subscriptions }) => ({
		as: 'author',
		...item(subscriptions.active),
		body: { offerId: subscriptions.otherPlan },
	}),
	keepSubscriptionPlan: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.changing) }),
	pauseSubscription: ({ subscriptions }) => ({
		as: 'author',
		...item(subscriptions.active),
		body: { months: 2 },
	}),
	resumeSubscription: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.pausing) }),
	cancelSubscription: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.active) }),
	undoSubscriptionCancellation: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.cancelled) }),
	demandSubscriptionBill: ({ subscriptions }) => ({ as: 'author', ...item(subscriptions.trialing) }),
	makeQuote: ({ offerId }) => ({ as: 'member', body: { offerId } }),
	cancelOrder: ({ orderId }) => ({ as: 'author', ...item(orderId) }),
	listOwnOffers: () => ({ as: 'author' }),
	setOffer: ({ items }) => ({
		as: 'author',
		body: { sells: 'item', thingId: items.article, price: { amount: 900, currency: 'USD' }, left: 10 },
	}),
	addOfferPrice: ({ ownOfferId }) => ({
		as: 'author',
		...item(ownOfferId),
		body: { amount: 300, currency: 'USD', region: 'US' },
	}),
	removeOfferPrice: ({ offerPriceId }) => ({ as: 'author', ...item(offerPriceId) }),
	listDiscounts: () => ({ as: 'author', query: { whose: 'mine' } }),
	makeDiscount: () => ({
		as: 'author',
		body: { code: 'half-off', name: 'Half', percentBps: 5000, total: 3 },
	}),
	endDiscount: ({ discountId }) => ({ as: 'author', ...item(discountId) }),
	listTaxRates: () => ({ as: 'visitor' }),
	setTaxRate: () => ({
		as: 'admin',
		params: { region: 'DE' },
		body: { name: 'VAT', bps: 1900, included: true },
	}),
	endTaxRate: () => ({ as: 'admin', params: { region: 'DE' } }),
	readBundle: ({ bundle }) => ({ as: 'member', params: { slug: bundle.slug } }),
	makeBundle: ({ items }) => ({
		as: 'author',
		body: {
			title: 'Two of mine',
			itemIds: [items.paidOne, items.paidTwo],
			price: { amount: 2900, currency: 'CNY' },
		},
	}),
	endBundle: ({ bundle }) => ({ as: 'author', params: { slug: bundle.slug } }),
	listTiers: () => ({ as: 'visitor' }),
	setTier: ({ plaza }) => ({
		as: 'admin',
		params: { slug: 'plus' },
		body: { name: 'Plus', rank: 1, spaceIds: [plaza.id] },
	}),
	endTier: () => ({ as: 'admin', params: { slug: 'gold' } }),
	listSegments: () => ({ as: 'admin' }),
	setSegment: () => ({ as: 'admin', params: { segment: 'students' }, body: { handles: ['buyer'] } }),
	listAffiliateLinks: () => ({ as: 'author' }),
	makeAffiliateLink: () => ({ as: 'author', body: { note: 'My blog' } }),
	endAffiliateLink: ({ linkId }) => ({ as: 'author', ...item(linkId) }),
	setAffiliateRate: () => ({ as: 'author', body: { bps: 1500 } }),
	listSeatPools: () => ({ as: 'author' }),
	assignSeat: ({ poolId }) => ({ as: 'author', params: { id: poolId, handle: 'buyer' } }),
	freeSeat: ({ poolId }) => ({ as: 'author', params: { id: poolId, handle: 'answerer' } }),

	listOrderHistory: ({ paidOrderId }) => ({ as: 'author', ...item(paidOrderId) }),
	listOrderRefunds: ({ askedOrderId }) => ({ as: 'author', ...item(askedOrderId) }),
	askForRefund: ({ paidOrderId }) => ({
		as: 'author',
		...item(paidOrderId),
		body: { reason: 'Not this one' },
	}),
	giveRefund: ({ paidOrderId }) => ({
		as: 'admin',
		...item(paidOrderId),
		body: { note: 'Sorry', amount: 500 },
	}),
	listRefunds: () => ({ as: 'admin', query: { queue: 'open', selling: 'false' } }),
	readRefund: ({ refundId }) => ({ as: 'author', ...item(refundId) }),
	approveRefund: ({ refundId }) => ({ as: 'admin', ...item(refundId), body: { amount: 300 } }),
	refuseRefund: ({ refundId }) => ({ as: 'admin', ...item(refundId), body: { note: 'It was read' } }),
	listDisputes: () => ({ as: 'admin', query: { limit: 5 } }),
	listAllOrders: () => ({ as: 'admin', query: { q: 'author', status: 'paid' } }),
	listLedgerAccounts: () => ({ as: 'admin' }),
	listLedgerLines: ({ ledgerAccountId }) => ({ as: 'admin', ...item(ledgerAccountId), query: { limit: 5 } }),
	listMoneyProofs: () => ({ as: 'admin' }),
	proveMoney: () => ({ as: 'admin' }),

	...payoutCalls,
	...mediaCalls,
	...courseCalls,
	...assessmentCalls,
	...interopCalls,
	...assignmentCalls,
	...credentialCalls,
	...organisationCalls,
	...checkCalls,
	...cohortCalls,
	...standingCalls,
	...governanceCalls,
	...moderationCalls,
	...rewardCalls,
	...fairCalls,

	listModerationActions: () => ({ as: 'member' }),
	readSettings: () => ({ as: 'admin' }),
	updateSettings: () => ({ as: 'admin', body: { siteTagline: 'Read, ask, sell' } }),

	listServices: () => ({ as: 'visitor', params: { handle: 'author' } }),
	offerAnswers: () => ({
		as: 'member',
		body: { price: { amount: 9900, currency: 'CNY' }, hours: 24, listenAmount: null },
	}),
	stopAnswers: () => ({ as: 'author' }),
	offerTalks: () => ({
		as: 'member',
		body: { price: { amount: 9900, currency: 'CNY' }, minutes: 45, cancelHours: 12, place: 'There' },
	}),
	stopTalks: () => ({ as: 'author' }),
	offerTips: () => ({ as: 'member', body: { price: { amount: 200, currency: 'CNY' } } }),
	stopTips: () => ({ as: 'author' }),
	askForPay: () => ({
		as: 'member',
		params: { handle: 'answerer' },
		body: { title: 'Which index serves this?', source: 'I have tried one on each.' },
	}),
	listPaidQuestions: () => ({ as: 'author', query: { list: 'to-answer', limit: 2 } }),
	readPaidQuestion: ({ deals }) => ({ as: 'author', ...item(deals.answered) }),
	answerPaidQuestion: ({ deals }) => ({ as: 'author', ...item(deals.waiting), body: { source: text } }),
	followUpPaidQuestion: ({ deals }) => ({ as: 'author', ...item(deals.answered), body: { source: text } }),
	replyToFollowUp: ({ deals }) => ({ as: 'author', ...item(deals.followed), body: { source: text } }),
	declinePaidQuestion: ({ deals }) => ({
		as: 'author',
		...item(deals.waiting),
		body: { reason: 'Not mine' },
	}),
	listenIn: ({ deals }) => ({ as: 'member', ...item(deals.hearable) }),
	openPaidQuestion: ({ deals }) => ({
		as: 'author',
		...item(deals.answered),
		body: { spaceId: deals.square.id, tags: ['postgresql'] },
	}),
	listSlots: () => ({ as: 'visitor', params: { handle: 'answerer' } }),
	addSlot: () => ({
		as: 'author',
		body: { startsAt: new Date(Date.now() + 500 * 3_600_000).toISOString() },
	}),
	withdrawSlot: ({ deals }) => ({ as: 'author', ...item(deals.slot) }),
	bookTalk: ({ deals }) => ({
		as: 'member',
		params: { handle: 'answerer' },
		body: { slotId: deals.free, note: 'Indexes' },
	}),
	listTalks: () => ({ as: 'author' }),
	cancelTalk: ({ deals }) => ({ as: 'author', params: { orderId: deals.talk } }),
	giveTip: () => ({ as: 'member', params: { handle: 'answerer' }, body: { amount: 500 } }),
	listCashBounties: ({ items }) => ({ as: 'member', ...item(items.question) }),
	offerCashBounty: ({ items }) => ({
		as: 'member',
		...item(items.question),
		body: { amount: 5000, currency: 'CNY', days: 3 },
	}),
	setGroupPrice: ({ items }) => ({
		as: 'admin',
		...item(items.priced),
		body: { amount: 800, size: 4, hours: 24 },
	}),
	unsetGroupPrice: ({ items }) => ({ as: 'admin', ...item(items.priced) }),
	listGroups: ({ items }) => ({ as: 'member', ...item(items.priced) }),
	startGroup: ({ items }) => ({ as: 'member', ...item(items.priced) }),
	readGroup: ({ deals }) => ({ as: 'member', ...item(deals.group) }),
	joinGroup: ({ deals }) => ({ as: 'member', ...item(deals.group) }),
	buyGifts: ({ offerId }) => ({ as: 'member', body: { offerId, quantity: 2, message: 'Here' } }),
	listGifts: () => ({ as: 'author' }),
	readGift: ({ deals }) => ({ as: 'visitor', params: { code: deals.gift } }),
	redeemGift: ({ deals }) => ({ as: 'member', params: { code: deals.gift } }),
};

/** The request that calls an operation so. */
export function requestOf(
	world: World,
	operation: Operation,
	called: Called,
	as: Persona = called.as,
): Request {
	const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(String(called.params?.[name])),
	);
	const pairs = Object.entries(called.query ?? {}).flatMap(([name, value]) =>
		[value].flat().map((one) => [name, String(one)]),
	);
	const query = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
	return new Request(`https://stoa.example/api/v1${path}${query}`, {
		method: operation.method.toUpperCase(),
		headers: {
			...credentials(world, as, operation.scope),
			...(called.body === undefined ? {} : { 'content-type': 'application/json' }),
			...(called.ifMatch ? { 'if-match': called.ifMatch } : {}),
			'accept-language': 'en',
		},
		...(called.body === undefined ? {} : { body: JSON.stringify(called.body) }),
	});
}
