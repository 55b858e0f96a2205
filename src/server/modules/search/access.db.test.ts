import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { may } from '../entitlements/index.ts';
import { anEntitlement, anItem, aPerson, aReply, aSpace, type PersonBuilt } from '../items/testing.ts';
import type { Segment } from './highlight.ts';
import { indexItem, search, suggest } from './index.ts';

const { db } = await testDatabase();
const text = (segments: readonly Segment[]) => segments.map((segment) => segment.text).join('');

async function found(q: string, actor: Actor = visitor): Promise<ItemId[]> {
	return (await search(db, actor, { q })).hits.map((hit) => hit.item.id);
}

async function indexed(given: Parameters<typeof anItem>[1]) {
	const item = await anItem(db, given);
	await indexItem(db, item.id);
	return item;
}

describe('a paid article', () => {
	let author: PersonBuilt;
	let buyer: PersonBuilt;
	let stranger: PersonBuilt;
	let item: { id: ItemId };

	beforeAll(async () => {
		[author, buyer, stranger] = [await aPerson(db), await aPerson(db), await aPerson(db)];
		item = await anItem(db, {
			kind: 'article',
			title: 'Vacuum under pressure',
			access: 'paid',
			authorId: author.id,
			source:
				'The preview speaks of bloatometry.\n\n<!-- more -->\n\nThe held part names the zanzibarometer.',
			previewHtml: '<p>The preview speaks of <b>bloat</b>ometry.</p>',
			excerpt: 'About dead rows.',
		});
		await aReply(db, {
			itemId: item.id,
			kind: 'comment',
			source: 'The zanzibarometer and the quibblescope helped me.',
		});
		await anEntitlement(db, { userId: buyer.id, itemId: item.id });
		await indexItem(db, item.id);
	});

	it('is found by its title and preview by everybody', async () => {
		for (const actor of [visitor, stranger.actor, buyer.actor, author.actor]) {
			expect(await found('vacuum pressure', actor)).toEqual([item.id]);
			expect(await found('bloatometry', actor)).toEqual([item.id]);
		}
	});

	it('is found by what is held back only by those who may read it', async () => {
		const admin = await aPerson(db, { role: 'admin' });
		for (const actor of [buyer.actor, author.actor, admin.actor])
			expect(await found('zanzibarometer', actor)).toEqual([item.id]);
		for (const actor of [visitor, stranger.actor]) {
			const result = await search(db, actor, { q: 'zanzibarometer' });
			expect(result).toMatchObject({ hits: [], total: 0, corrections: [] });
			expect((await search(db, actor, { q: 'zanzibarometre quibblescop' })).corrections).toEqual([]);
		}
	});

	it('shows a stranger no word of what is held back', async () => {
		for (const q of ['vacuum', 'vacuum zanzibarometer', 'bloatometry held part names']) {
			const { hits } = await search(db, stranger.actor, { q });
			for (const hit of hits) {
				expect(hit.held).toBe(true);
				expect(text(hit.snippet)).not.toMatch(/zanzibar|quibble|held part/);
			}
		}
		expect(await found('vacuum', stranger.actor)).toEqual([item.id]);
	});

	it('is counted once for its buyer', async () => {
		expect(await search(db, buyer.actor, { q: 'vacuum' })).toMatchObject({ total: 1 });
	});
});

it('what is in a private space appears to its members only, in results, counts, corrections and suggestions', async () => {
	const member = await aPerson(db);
	const space = await aSpace(db, { access: 'private', members: [member.id] });
	const item = await indexed({
		title: 'Quarterly flumoxation plan',
		spaceId: space.id,
		source: 'All about flumoxation.',
	});
	expect(await found('flumoxation', member.actor)).toEqual([item.id]);
	expect((await suggest(db, member.actor, 'quarterly fl')).titles.map((title) => title.id)).toEqual([
		item.id,
	]);
	expect(await search(db, visitor, { q: 'flumoxation' })).toMatchObject({ hits: [], total: 0 });
	expect((await search(db, visitor, { q: 'flumoxatoin' })).corrections).toEqual([]);
	expect((await suggest(db, visitor, 'quarterly fl')).titles).toEqual([]);
	expect(await found(`space:${space.slug} plan`)).toEqual([]);
});

describe('takes effect at once, before anything is indexed anew:', () => {
	it('removal', async () => {
		const item = await indexed({ title: 'Wobblegong removal' });
		await sql`update items set status = 'deleted' where id = ${item.id}`.execute(db);
		expect(await found('wobblegong')).toEqual([]);
	});

	it('a price', async () => {
		const item = await indexed({ title: 'Wobblegang price', source: 'The secret is snarkulation.' });
		expect(await found('snarkulation')).toEqual([item.id]);
		await sql`update items set access = 'paid' where id = ${item.id}`.execute(db);
		expect(await found('snarkulation')).toEqual([]);
	});

	it('a space that closes its doors', async () => {
		const space = await aSpace(db);
		const item = await indexed({ title: 'Wobblegung doors', spaceId: space.id });
		expect(await found('wobblegung')).toEqual([item.id]);
		await sql`update spaces set access = 'private' where id = ${space.id}`.execute(db);
		expect(await found('wobblegung')).toEqual([]);
	});

	it('a move into a private space', async () => {
		const space = await aSpace(db, { access: 'private' });
		const item = await indexed({ title: 'Wobbleging move' });
		await sql`update items set space_id = ${space.id} where id = ${item.id}`.execute(db);
		expect(await found('wobbleging')).toEqual([]);
	});

	it('an entitlement that ends', async () => {
		const buyer = await aPerson(db);
		const item = await anItem(db, {
			title: 'Wobblegeng end',
			access: 'paid',
			source: 'Held: grumblewort.',
			excerpt: 'Open.',
		});
		await anEntitlement(db, { userId: buyer.id, itemId: item.id });
		await indexItem(db, item.id);
		expect(await found('grumblewort', buyer.actor)).toEqual([item.id]);
		await sql`update entitlements set revoked_at = now() - interval '1 minute' where user_id = ${buyer.id}`.execute(
			db,
		);
		expect(await found('grumblewort', buyer.actor)).toEqual([]);
	});

	it('a reply that is hidden leaves the snippets', async () => {
		const item = await anItem(db, { title: 'Wobbleging thread', source: 'Nothing about it here.' });
		const reply = await aReply(db, { itemId: item.id, source: 'But here: the frobnicorn.' });
		await indexItem(db, item.id);
		const before = await search(db, visitor, { q: 'frobnicorn' });
		expect(before.hits[0]).toMatchObject({ replyId: reply.id });
		await sql`update replies set status = 'hidden' where id = ${reply.id}`.execute(db);
		const after = await search(db, visitor, { q: 'frobnicorn' });
		expect(after.hits.every((hit) => hit.replyId === null && !text(hit.snippet).includes('frobnicorn'))).toBe(
			true,
		);
	});
});

it('agrees with the gate about every kind of reader and item', async () => {
	const people = {
		stranger: await aPerson(db),
		author: await aPerson(db),
		member: await aPerson(db),
		expert: await aPerson(db),
		invited: await aPerson(db),
		keeper: await aPerson(db),
		buyer: await aPerson(db),
		subscriber: await aPerson(db),
		moderator: await aPerson(db, { role: 'moderator' }),
	};
	const readers: Actor[] = [visitor, ...Object.values(people).map((person) => person.actor)];
	for (const spaceAccess of ['public', 'paid', 'private'] as const) {
		const space = await aSpace(db, {
			access: spaceAccess,
			members: [
				people.member.id,
				{ id: people.expert.id, role: 'expert' },
				{ id: people.invited.id, invited: true },
				{ id: people.keeper.id, role: 'moderator' },
			],
		});
		await anEntitlement(db, { userId: people.subscriber.id, spaceId: space.id });
		for (const access of ['free', 'members', 'paid'] as const) {
			const whole = await anItem(db, {
				kind: 'column',
				spaceId: space.id,
				access,
				authorId: people.author.id,
			});
			await anEntitlement(db, { userId: people.buyer.id, itemId: whole.id });
			const word = `gatekeeper${spaceAccess}${access}`;
			const item = await indexed({
				title: `Title ${word}title`,
				spaceId: space.id,
				access,
				authorId: people.author.id,
				partOf: whole.id,
				source: `Body ${word}body`,
				excerpt: 'Open to all.',
				previewHtml: access === 'free' ? null : `<p>${word}preview</p>`,
			});
			for (const reader of readers) {
				const level = (await may(db, reader, 'read', [item])).get(item.id);
				const sees = async (part: string) => (await found(`${word}${part}`, reader)).includes(item.id);
				const expected = {
					title: level !== 'none',
					preview: access !== 'free' && level === 'preview',
					body: level === 'full',
				};
				expect({
					reader,
					spaceAccess,
					access,
					title: await sees('title'),
					preview: await sees('preview'),
					body: await sees('body'),
				}).toEqual({
					reader,
					spaceAccess,
					access,
					...expected,
				});
			}
		}
	}
});
