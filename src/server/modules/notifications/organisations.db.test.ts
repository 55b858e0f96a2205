import { expect, test } from 'vitest';
import type { EventPayloads, EventType } from '../../contracts/events.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import type { Handler } from '../../platform/events/index.ts';
import { aCourse } from '../courses/testing.ts';
import { aPerson } from '../items/testing.ts';
import { createTeam, giveSeat, giveTraining, grantSeats, removeMember } from '../organisations/index.ts';
import { anOrganisation, intoTeam } from '../organisations/testing.ts';
import { listNotifications, notificationHandlers } from './index.ts';

const { db } = await testDatabase();

/** Has the last fact of a kind handled, as the worker would. */
async function handle<T extends EventType>(type: T, payload?: EventPayloads[T]): Promise<void> {
	const event = payload
		? { id: Math.floor(Math.random() * 1e9), type, actorId: null, payload, occurredAt: new Date() }
		: await db
				.selectFrom('events')
				.select(['id', 'type', 'actor_id as actorId', 'payload', 'occurred_at as occurredAt'])
				.where('type', '=', type)
				.orderBy('id', 'desc')
				.executeTakeFirstOrThrow();
	const handlers = notificationHandlers.filter(({ types }: Handler) => types.includes(type));
	for (const handler of handlers) await db.transaction().execute((tx) => handler.handle(tx, event as never));
}

test('people are told what they are to learn, when it is due, of a seat, and that they were taken out; others are not', async () => {
	const [inTeam, outside] = [await aPerson(db), await aPerson(db)];
	const admin = await aPerson(db, { role: 'admin' });
	const { owner, slug, id } = await anOrganisation(db, { members: [inTeam, outside] });
	const team = await createTeam(db, owner.actor, slug, { name: 'Core' });
	await intoTeam(db, id, team, inTeam.id);
	const course = await aCourse(db, { title: 'Given' });
	const told = async (person: typeof owner) =>
		(await listNotifications(db, person.actor)).items.map(({ kind, subject }) => [kind, subject]);

	const trainingId = await giveTraining(db, owner.actor, slug, { courseId: course.id, teamId: team });
	await handle('organisations.training-given');
	expect(await told(inTeam)).toEqual([['training_given', 'Given']]);
	for (const stage of ['week', 'late-1'])
		await handle('organisations.reminded', { organisationId: id, trainingId, learnerId: inTeam.id, stage });
	// Who is not meant any more is not reminded.
	await handle('organisations.reminded', {
		organisationId: id,
		trainingId,
		learnerId: outside.id,
		stage: 'day',
	});
	const poolId = await grantSeats(db, admin.actor, slug, { courseId: course.id, seats: 1, months: 1 });
	await giveSeat(db, owner.actor, slug, { poolId, handle: inTeam.handle });
	await handle('organisations.seat-given');
	await removeMember(db, owner.actor, slug, inTeam.handle);
	await handle('organisations.left');
	expect((await told(inTeam)).map(([kind]) => kind)).toEqual([
		'organisation_left',
		'seat_given',
		'training_overdue',
		'training_due',
		'training_given',
	]);
	expect([await told(outside), await told(owner)]).toEqual([[], []]);
});
