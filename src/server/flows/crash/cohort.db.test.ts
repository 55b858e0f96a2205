import { spawn } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { travel } from '../../kernel/clock.ts';
import { createCohort, findCohort, publishCohort } from '../../modules/cohorts/index.ts';
import { aDay } from '../../modules/cohorts/testing.ts';
import { recordProgress } from '../../modules/courses/index.ts';
import { aCourse, readWhole } from '../../modules/courses/testing.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../../modules/ledger/index.ts';
import { verifyOrders } from '../../modules/orders/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { settleCohort } from '../cohort-deposit.ts';
import { sweepRefunds } from '../send-refund.ts';
import { aPaidOrder, fakeProvider } from '../testing.ts';
import { bundleChild } from './bundle.testing.ts';
import { pointsOf } from './points.testing.ts';

/*
 * The end of a cohort is settled by a process that is killed with SIGKILL before its statements in turn (see
 * `pointsOf`), begin and commit too. Then the next worker goes on: every deposit goes back once or is earned once, whichever it is.
 */
const { db, url } = await testDatabase();
const bundle = await bundleChild('cohort-child.testing');
afterAll(() => {
	travel(0);
	bundle.remove();
});
const OFFSET = 4 * 86_400_000;
const [PRICE, DEPOSIT] = [300, 700];
const provider = fakeProvider();

async function prepare() {
	travel(0);
	const course = await aCourse(db, { lessons: [{}] });
	const { id } = await createCohort(db, course.author.actor, course.id, {
		name: 'Spring',
		startsOn: aDay(),
		endsOn: aDay(2),
		joinUntil: aDay(1),
		timeZone: 'UTC',
		seats: 5,
		price: PRICE,
		deposit: DEPOSIT,
		currency: 'CNY',
	});
	await publishCohort(db, course.author.actor, id);
	const { offerId } = (await findCohort(db, id))!;
	const [diligent, idle] = [await aPerson(db), await aPerson(db)];
	for (const buyer of [diligent, idle])
		await aPaidOrder(db, { buyer, offerId: offerId!, amount: PRICE + DEPOSIT, provider });
	await recordProgress(db, diligent.actor, { reports: [readWhole(course.lessons[0]!)] });
	return { id, author: course.author, diligent, idle };
}

/** @returns the steps that were taken, or null when the process was killed */
function settleInChild(cohortId: number, die: number): Promise<string[] | null> {
	const child = spawn(
		process.execPath,
		[bundle.file, JSON.stringify({ url, cohortId, offset: OFFSET, die })],
		{
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NODE_COMPILE_CACHE: bundle.cache },
		},
	);
	let out = '';
	let errors = '';
	child.stdout.on('data', (part) => (out += part));
	child.stderr.on('data', (part) => (errors += part));
	return new Promise((resolve, reject) =>
		child.on('close', (code, signal) => {
			if (signal === 'SIGKILL') resolve(null);
			else if (code === 0) resolve(JSON.parse(out) as string[]);
			else reject(new Error(`step ${die}: ${errors}`));
		}),
	);
}

async function expectSettledOnce(
	{ id, author, diligent, idle }: Awaited<ReturnType<typeof prepare>>,
	at: string,
) {
	const refunded = async (userId: number) =>
		(await db.selectFrom('orders').select('refunded').where('user_id', '=', userId).executeTakeFirstOrThrow())
			.refunded;
	expect(
		{
			status: (await findCohort(db, id))?.status,
			back: [await refunded(diligent.id), await refunded(idle.id)],
			author: 0 - ((await balanceOf(db, { kind: 'author', ownerId: author.id })).CNY ?? 0),
			wrong: [...(await verifyLedger(db)), ...(await verifyOrders(db))],
		},
		at,
	).toEqual({
		status: 'ended',
		back: [DEPOSIT, 0],
		// The price of one, price and deposit of the other, less a fifth.
		author: 0.8 * (PRICE + PRICE + DEPOSIT),
		wrong: [],
	});
}

const goOn = async (id: number) => {
	travel(OFFSET + 60_000);
	await settleCohort(db, id);
	const raise = (error: unknown) => {
		throw error;
	};
	await sweepRefunds(db, new Map([['fake', provider]]), raise, { idleMs: -60_000 });
};

test('a cohort whose settlement is killed at any of its statements pays every deposit back once, or earns it once', async () => {
	const whole = await prepare();
	const steps = (await settleInChild(whole.id, 0))!;
	await goOn(whole.id);
	await expectSettledOnce(whole, 'not killed');
	expect(steps.filter((name) => name === 'begin').length).toBe(3);
	for (const die of pointsOf(steps)) {
		const given = await prepare();
		const at = `killed before step ${die} of ${steps.length} (${steps[die - 1]})`;
		expect(await settleInChild(given.id, die), at).toBe(null);
		await goOn(given.id);
		await expectSettledOnce(given, at);
	}
	if (process.env.STOA_CRASH_LOG)
		console.log(`cohort: ${steps.length} steps, killed before ${pointsOf(steps).length}`);
}, 900_000);
