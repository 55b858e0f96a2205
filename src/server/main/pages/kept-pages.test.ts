import { expect, test } from 'vitest';
import type { SignedInPerson } from '../../modules/accounts/index.ts';
import { openKeptPages, type Reader } from './kept-pages.ts';
import { personPart } from './person-parts.ts';

const ada: SignedInPerson = {
	id: 1,
	handle: 'ada',
	name: 'Ada',
	email: 'ada@example.org',
	image: null,
	face: null,
	locale: 'en',
	timeZone: 'UTC',
	reputation: 1,
	unreadCount: 0,
	role: 'member',
	emailVerified: true,
};
const bo = { ...ada, id: 2, handle: 'bo', name: 'Bo' };
const by = (person: SignedInPerson | null): Reader => ({
	person,
	locale: 'en',
	theme: 'auto',
	origin: 'http://stoa.example',
});
const pageFor = ({ name, unreadCount }: SignedInPerson, text: string) =>
	`<header>${personPart.begin('account')}${name} ${unreadCount}${personPart.end}</header>${text}`;

test('members share a rendering, and each gets their own header', () => {
	const kept = openKeptPages();
	expect(kept.set('q1', by(ada), pageFor(ada, 'one')).toString()).toBe('<header>Ada 0</header>one');
	expect(kept.get('q1', by(bo))).toBeUndefined();
	kept.set('q2', by(bo), pageFor(bo, 'two'));
	expect(
		kept
			.get('q1', by(bo))
			?.pieces.map(({ plain }) => plain)
			.join(''),
	).toBe('<header>Bo 0</header>one');
	expect(
		kept
			.get('q2', by(ada))
			?.pieces.map(({ plain }) => plain)
			.join(''),
	).toBe('<header>Ada 0</header>two');
	expect(kept.get('q1', by(bo))?.etag).not.toBe(kept.get('q1', by(ada))?.etag);
	expect(kept.get('q1', by(bo))?.etag).toBe(kept.get('q1', by(bo))?.etag);
});

test('nothing of a reader is shown as it was: another count, name, language or theme is another part', () => {
	const kept = openKeptPages();
	kept.set('q1', by(ada), pageFor(ada, 'one'));
	for (const changed of [
		{ unreadCount: 1 },
		{ name: 'Ada K' },
		{ role: 'admin' as const },
		{ handle: 'adak' },
	])
		expect(kept.get('q1', by({ ...ada, ...changed }))).toBeUndefined();
	expect(kept.get('q1', { ...by(ada), theme: 'dark' })).toBeUndefined();
	expect(kept.get('q1', { ...by(ada), locale: 'zh-CN' })).toBeUndefined();
});

test('a text that looks like a mark is a text', () => {
	const kept = openKeptPages();
	const page = pageFor(ada, 'x <!--account--> <!--/-->');
	expect(kept.set('q1', by(ada), page).toString()).toContain('x <!--account--> <!--/-->');
});

test('a page without a part for its reader is the same for all', () => {
	const kept = openKeptPages();
	kept.set('q1', by(null), 'plain');
	expect(
		kept
			.get('q1', by(null))
			?.pieces.map(({ plain }) => plain)
			.join(''),
	).toBe('plain');
});
