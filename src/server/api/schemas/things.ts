import { z } from '@hono/zod-openapi';
import { sellable } from '../../modules/catalog/index.ts';
import { count, id, localised, money, personCard, personShape, text, time } from './common.ts';
import { access, difficulty, itemCard, language } from './items.ts';

const tagShape = {
	id: id(5),
	slug: text('postgresql'),
	name: text('PostgreSQL'),
	names: localised,
	description: text('The relational database'),
	descriptions: localised,
	itemCount: count(40),
	followerCount: count(12),
	moderatorOnly: z.boolean(),
};
export const tagCard = z.object(tagShape).openapi('TagCard');
export const tag = z
	.object({
		...tagShape,
		wiki: text('Markdown'),
		wikiHtml: text('<p>…</p>'),
		synonyms: z.array(z.string()).openapi({ example: ['postgres', 'pg'] }),
		following: z.boolean(),
	})
	.openapi('Tag');

const spaceAccess = z.enum(['public', 'paid', 'private']);
export const spaceRole = z.enum(['owner', 'moderator', 'expert', 'member']);
const spaceShape = {
	id: id(3),
	slug: text('systems'),
	name: text('Systems'),
	names: localised,
	tagline: text('What runs below'),
	taglines: localised,
	access: spaceAccess,
	accent: text('#3b6fd4'),
	memberCount: count(120),
	itemCount: count(31),
	role: spaceRole.nullable().openapi({ description: 'What the asking person is there.' }),
};
export const spaceCard = z.object(spaceShape).openapi('SpaceCard');
export const space = z
	.object({
		...spaceShape,
		about: text('Markdown'),
		abouts: localised,
		rules: z.array(
			z.object({
				title: text('Be kind'),
				text: text('…'),
				titles: localised.optional(),
				texts: localised.optional(),
			}),
		),
		ownerId: id(7).nullable(),
		createdAt: time(),
		archivedAt: time().nullable(),
		can: z.record(z.string(), z.boolean()).openapi({ example: { join: true, update: false } }),
	})
	.openapi('Space');
export const spaceMember = z
	.object({ person: personCard, role: spaceRole, joinedAt: time() })
	.openapi('SpaceMember');
export const invitation = z
	.object({
		id: id(8),
		uses: count(0),
		maxUses: count(10),
		expiresAt: time(),
		createdAt: time(),
		createdBy: text('林青'),
	})
	.openapi('Invitation');
export const invitationMade = z
	.object({
		id: id(8),
		token: text('hZ4v…').openapi({ description: 'Shown once.' }),
		url: text('/invitations/hZ4v…'),
		expiresAt: time(),
	})
	.openapi('InvitationMade');
export const invitationSeen = z.object({
	spaceId: id(3),
	slug: text('systems'),
	name: text('Systems'),
	inviter: text('林青'),
});

export const person = z
	.object({
		...personShape,
		bio: text('Markdown'),
		bioHtml: text('<p>…</p>'),
		website: text('https://example.org'),
		expertise: z.array(z.string()).openapi({ example: ['PostgreSQL'] }),
		timeZone: text('Asia/Shanghai'),
		createdAt: time(),
		badges: z.array(
			z.object({ name: text('Teacher'), class: z.enum(['gold', 'silver', 'bronze']), count: count(1) }),
		),
	})
	.openapi('Person');
export const personListed = z.object({ ...personShape, createdAt: time() }).openapi('PersonListed');
export const reputationEntry = z
	.object({
		id: id(501),
		amount: z.int().openapi({ example: 10 }),
		reason: text('vote'),
		itemId: id().nullable(),
		title: z.string().nullable(),
		createdAt: time(),
	})
	.openapi('ReputationEntry');

export const me = z
	.object({
		id: id(7),
		handle: text('lin-qing'),
		name: text('林青'),
		email: text('lin-qing@example.org'),
		emailVerified: z.boolean(),
		image: z.string().nullable(),
		face: z.record(z.string(), z.unknown()).nullable(),
		headline: text('写数据库的人'),
		bio: text('Markdown'),
		website: text('https://example.org'),
		expertise: z.array(z.string()).openapi({ example: ['PostgreSQL'] }),
		locale: language,
		timeZone: text('Asia/Shanghai'),
		reputation: z.int().openapi({ example: 1280 }),
		role: z.enum(['member', 'moderator', 'admin']),
		unreadCount: count(2),
		suspended: z.boolean(),
		scopes: z
			.array(z.enum(['read', 'write', 'admin']))
			.nullable()
			.openapi({ example: ['read'], description: 'Of the key that asked; null in a browser.' }),
	})
	.openapi('Me');
export const apiKey = z
	.object({
		id: id(2),
		name: text('Backup script'),
		prefix: text('stoa_3f9a2b1'),
		scopes: z.array(z.enum(['read', 'write', 'admin'])),
		createdAt: time(),
		lastUsedAt: time().nullable(),
		expiresAt: time().nullable(),
	})
	.openapi('ApiKey');
export const session = z
	.object({
		id: id(11),
		ipAddress: z.string().nullable(),
		userAgent: z.string().nullable(),
		createdAt: time(),
		updatedAt: time(),
		current: z.boolean(),
	})
	.openapi('Session');
export const entitlement = z
	.object({
		id: id(21),
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		name: text('Inside the query planner'),
		source: z.enum(['purchase', 'subscription', 'grant', 'trial', 'seat', 'gift']),
		startsAt: time(),
		endsAt: time().nullable().openapi({ description: 'null: for good.' }),
		revokedAt: time().nullable(),
		inForce: z.boolean(),
	})
	.openapi('Entitlement');

export const notification = z
	.object({
		id: id(301),
		kind: text('answer'),
		actor: personCard.nullable(),
		item: z
			.object({
				id: id(),
				kind: text('question'),
				slug: text('why-is-my-index-not-used'),
				title: text('Why is my index not used?'),
			})
			.nullable(),
		replyId: id(99).nullable(),
		path: z
			.string()
			.nullable()
			.openapi({ example: null, description: 'Where it leads when that is no item.' }),
		subject: z.string().nullable().openapi({ example: null, description: 'What is there called.' }),
		createdAt: time(),
		read: z.boolean(),
	})
	.openapi('Notification');

const sells = z.enum(sellable).openapi({ description: 'What is sold.' });
export const offer = z
	.object({
		id: id(61),
		sells,
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		bundleId: id().nullable(),
		tierId: id().nullable(),
		personId: id().nullable(),
		price: money,
		pricing: z
			.enum(['fixed', 'open'])
			.openapi({ description: 'open: what the buyer pleases, the price at least.' }),
		renews: z.boolean().openapi({ description: 'A subscription: paid again until it is cancelled.' }),
		trialDays: z.int().positive().nullable(),
		left: z
			.int()
			.nonnegative()
			.nullable()
			.openapi({ description: 'How many are left; null: as many as asked for.' }),
		terms: z.record(z.string(), z.unknown()).openapi({ description: 'What only one kind of offer has.' }),
		months: z.int().positive().nullable().openapi({
			example: null,
			description: 'For what is sold by time: how many months one payment opens it for.',
		}),
		title: text('Inside the query planner'),
		sellerId: id(7).nullable(),
	})
	.openapi('Offer');
const region = () =>
	z
		.string()
		.regex(/^[A-Z]{2}$/)
		.openapi({ example: 'CN', description: 'ISO 3166.' });
export const quoteLines = z
	.array(
		z.object({
			what: z.string(),
			amount: z.int(),
			data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
		}),
	)
	.openapi({ description: 'How the price came about, line by line; the amounts sum to the total.' });
/** What a buyer says of what they want; the same for a quote and an order. */
export const priceQuestion = z.object({
	offerId: z.int().positive(),
	quantity: z.int().min(1).max(1000).optional(),
	amount: z
		.int()
		.nonnegative()
		.optional()
		.openapi({ description: 'For an open price: what the buyer pleases, each.' }),
	coupon: z.string().max(100).optional().openapi({ example: 'SPRING-20' }),
	region: region().optional(),
	affiliate: z
		.string()
		.max(40)
		.optional()
		.openapi({ description: 'Code of the link by which the buyer came.' }),
});
export const quote = z
	.object({
		offerId: id(61),
		lines: quoteLines,
		subtotal: z.int().openapi({ description: 'Without tax. total = subtotal - discount + tax.' }),
		discount: z.int(),
		tax: z.int().openapi({ description: 'Added or included, as its line says.' }),
		total: z.int(),
		currency: money.shape.currency,
		region: region(),
	})
	.openapi('Quote');
export const priceRow = z
	.object({
		id: id(9),
		price: money,
		region: region().nullable(),
		segment: z.string().nullable(),
		minLevel: z.int().nullable(),
		startsAt: time(),
		endsAt: time().nullable(),
	})
	.openapi('OfferPrice');
export const ownOffer = z.object({ ...offer.shape, prices: z.array(priceRow) }).openapi('OwnOffer');
export const discount = z
	.object({
		id: id(31),
		sellerId: id(7).nullable().openapi({ description: 'Whose things it is for; null: of everybody.' }),
		code: z
			.string()
			.nullable()
			.openapi({ example: 'SPRING-20', description: 'null: a promotion, which counts by itself.' }),
		name: text('Spring'),
		percentBps: z.int().nullable(),
		amount: z.int().nullable(),
		currency: z.string().nullable(),
		sells: z.array(sells).nullable(),
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		bundleId: id().nullable(),
		tierId: id().nullable(),
		minimum: z.int().nullable(),
		region: region().nullable(),
		segment: z.string().nullable(),
		minLevel: z.int().nullable(),
		startsAt: time(),
		endsAt: time().nullable(),
		firstOrder: z.boolean(),
		perPerson: z.int().nullable(),
		total: z.int().nullable(),
		used: z.int().openapi({ description: 'Used, and kept for orders that are not paid yet.' }),
		exclusive: z.boolean(),
		thing: z.string().nullable(),
		uses: z.object({ used: z.int(), reserved: z.int() }),
		state: z.enum(['planned', 'open', 'gone', 'over']),
	})
	.openapi('Discount');
export const taxRate = z
	.object({ region: region(), name: text('VAT'), bps: z.int(), included: z.boolean() })
	.openapi('TaxRate');
export const bundle = z
	.object({
		id: id(5),
		slug: text('9f2c41ab07'),
		title: text('Everything about indexes'),
		description: z.string(),
		sellerId: id(7).nullable(),
		retired: z.boolean(),
		items: z.array(
			z.object({
				id: id(),
				kind: text('article'),
				slug: text('inside-the-planner'),
				title: text('Inside the query planner'),
				language: text('en'),
				status: text('published'),
				authorId: id(7).nullable(),
				price: money.nullable(),
			}),
		),
	})
	.openapi('Bundle');
export const tier = z
	.object({
		id: id(2),
		slug: text('plus'),
		name: text('Plus'),
		names: localised,
		description: z.string(),
		descriptions: localised,
		rank: z.int().positive().openapi({ description: 'The higher one includes what the lower ones open.' }),
		spaces: z.array(z.object({ id: id(3), slug: text('systems'), name: text('Systems'), names: localised })),
		offers: z.array(offer),
	})
	.openapi('Tier');
export const affiliateLink = z
	.object({
		id: id(4),
		code: text('3fa1b20c9d44'),
		note: text('My blog'),
		clicks: z.int().nonnegative(),
		createdAt: time(),
		url: text('/via/3fa1b20c9d44'),
		earned: z.array(
			z.object({
				currency: text('CNY'),
				orders: z.int(),
				share: z.int().openapi({ description: 'Minor units.' }),
				held: z.int().openapi({ description: 'What of it may not be paid out yet.' }),
			}),
		),
	})
	.openapi('AffiliateLink');
export const seatPool = z
	.object({
		id: id(6),
		orderId: id(71),
		space: z.object({ slug: text('systems'), name: text('Systems'), names: localised }),
		seats: z.int().positive(),
		endsAt: time(),
		people: z.array(z.object({ id: id(7), handle: text('lin-qing'), name: text('林青') })),
	})
	.openapi('SeatPool');
export const order = z
	.object({
		id: id(71),
		offerId: id(61),
		status: z.enum(['pending', 'paid', 'cancelled', 'expired', 'refunded']),
		price: money,
		refunded: z.int().nonnegative().openapi({ description: 'Sent back so far, in minor units.' }),
		quantity: z.int().positive(),
		quote: quoteLines,
		gift: z.boolean(),
		title: text('Inside the query planner'),
		sells,
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		bundleId: id().nullable(),
		tierId: id().nullable(),
		personId: id().nullable(),
		renews: z.boolean().openapi({ description: 'Of a subscription.' }),
		months: z.int().positive().nullable(),
		createdAt: time(),
		expiresAt: time().openapi({ description: 'Until when it waits for its payment.' }),
		paidAt: time().nullable(),
		payment: z
			.object({
				provider: text('sandbox'),
				reference: text('Xk3…'),
				status: z.enum(['started', 'succeeded', 'failed']),
				failure: z.string().nullable(),
				createdAt: time(),
			})
			.nullable()
			.openapi({ description: 'The latest try at paying it.' }),
	})
	.openapi('Order');
export const payment = z
	.object({
		reference: text('Xk3…'),
		provider: text('sandbox'),
		method: text('page'),
		url: text('/checkout/sandbox/Xk3…').openapi({ description: 'Where the buyer pays, on this site.' }),
		next: z
			.union([
				z.object({ step: z.literal('redirect'), url: z.string() }),
				z.object({ step: z.literal('qr'), content: z.string() }),
				z.object({ step: z.literal('call'), name: z.string(), values: z.record(z.string(), z.string()) }),
			])
			.openapi({ description: 'What the page there does: for clients that have a till of their own.' }),
	})
	.openapi('PaymentStarted');

export const draft = z
	.object({
		id: id(90),
		kind: text('article'),
		spaceId: id(1),
		title: text('Reading a plan'),
		source: text('Markdown'),
		tags: z.array(z.string()),
		language,
		difficulty: difficulty.nullable(),
		access,
		data: z.unknown(),
		savedAt: time(),
	})
	.openapi('Draft');

const segments = z
	.array(z.object({ text: text('index'), hit: z.boolean() }))
	.openapi({ description: 'The text in pieces; what was searched for has `hit`.' });
export const hit = z
	.object({
		item: itemCard,
		title: segments,
		snippet: segments,
		replyId: id(99).nullable().openapi({ description: 'The reply that the snippet is from.' }),
		held: z.boolean(),
	})
	.openapi('Hit');
export const searchResult = z
	.object({
		data: z.array(hit),
		next: z.string().nullable().openapi({ example: '2' }),
		total: count(37),
		more: z.boolean().openapi({ description: 'There are more than were counted.' }),
		relaxed: z.boolean().openapi({ description: 'Few texts had every word: these have most of them.' }),
		corrections: z.array(z.object({ from: text('idnex'), to: text('index') })),
		problems: z
			.array(z.object({ filter: text('after'), value: text('yesterdy') }))
			.openapi({ description: 'Filters that could not be used.' }),
	})
	.openapi('SearchResult');
export const suggestions = z
	.object({
		titles: z.array(
			z.object({
				id: id(),
				kind: text('question'),
				href: text('/questions/42/why-is-my-index-not-used'),
				title: segments,
			}),
		),
		tags: z.array(
			z.object({
				slug: text('postgresql'),
				name: text('PostgreSQL'),
				names: localised,
				itemCount: count(40),
			}),
		),
		people: z.array(
			z.object({
				handle: text('lin-qing'),
				name: text('林青'),
				image: z.string().nullable(),
				face: z.record(z.string(), z.unknown()).nullable(),
			}),
		),
	})
	.openapi('Suggestions');

export const rendered = z
	.object({
		html: text('<p>Hello</p>'),
		previewHtml: z.string().nullable().openapi({ description: 'What stands before `<!-- more -->`.' }),
		excerpt: text('Hello'),
		headings: z.array(
			z.object({ id: text('h-plan'), text: text('The plan'), level: z.int().openapi({ example: 2 }) }),
		),
		words: count(1),
		readingMinutes: count(1),
		hasMath: z.boolean(),
		hasMermaid: z.boolean(),
	})
	.openapi('Rendered');
