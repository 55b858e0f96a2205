import { expect, test } from 'vitest';
import { type Thread, threadsOf } from './threads.ts';

const reply = (id: number, parentId: number | null) =>
	({ id, parentId }) as Parameters<typeof threadsOf>[0][number];
const shape = (threads: Thread[]): unknown => threads.map(({ reply, under }) => [reply.id, shape(under)]);

test('comments stand under what they reply to, in the order of time', () => {
	expect(shape(threadsOf([reply(1, null), reply(2, 1), reply(3, null), reply(4, 1), reply(5, 2)]))).toEqual([
		[
			1,
			[
				[2, [[5, []]]],
				[4, []],
			],
		],
		[3, []],
	]);
});

test('a long back-and-forth does not wander off to the right', () => {
	const chain = Array.from({ length: 6 }, (_, i) => reply(i + 1, i || null));
	expect(shape(threadsOf(chain))).toEqual([
		[
			1,
			[
				[
					2,
					[
						[3, []],
						[4, []],
						[5, []],
						[6, []],
					],
				],
			],
		],
	]);
});

test('a comment whose parent is not shown begins a thread', () => {
	expect(shape(threadsOf([reply(7, 99), reply(8, 7)]))).toEqual([[7, [[8, []]]]]);
});
