import { afterEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { findPerson } from '../accounts/index.ts';
import { anItem, aPerson, plainKinds, theTags } from '../items/testing.ts';
import {
	applyAsExpert,
	expireExperts,
	findExpert,
	listAllExperts,
	listApplications,
	listExperts,
	outcomeOf,
	readApplication,
	readOwnStanding,
	reminderDue,
	reviewApplication,
	revokeExpert,
	VALID_DAYS,
	withdrawApplication,
} from './index.ts';

plainKinds();
const { db } = await testDatabase();
await theTags(db, ['postgresql', 'rust', 'paint']);
const [ada, ben, cleo, moderator, second] = await Promise.all([
	aPerson(db),
	aPerson(db),
	aPerson(db),
	aPerson(db, { role: 'moderator' }),
	aPerson(db, { role: 'admin' }),
]);
afterEach(() => travel(0));

const application = (tags = ['postgresql'], more: object = {}) => ({
	statement: 'Ten years of running databases for a living.',
	privateNote: 'My employer: ask me.',
	tags,
	languages: ['en' as const],
	evidence: [
		{ kind: 'text' as const, title: 'Work', body: 'Kept a large one alive.', shown: true },
		{ kind: 'link' as const, title: 'Talk', body: 'https://example.org/talk', shown: false },
	],
	...more,
});
const approve = { verdict: 'approve' as const, reason: 'The work shows it.' };
const verified = async (person: typeof ada, tags?: string[]) => {
	const { id } = await applyAsExpert(db, person.actor, application(tags));
	await reviewApplication(db, moderator.actor, id, approve);
	await reviewApplication(db, second.actor, id, approve);
	return id;
};
const changes = async (userId: number) =>
	(
		await db
			.selectFrom('events')
			.select('payload')
			.where('type', '=', 'experts.changed')
			.orderBy('id')
			.execute()
	)
		.map(({ payload }) => payload as { userId: number; change: string })
		.filter((one) => one.userId === userId)
		.map(({ change }) => change);

test('two verdicts that agree decide, and a conflict counts for nothing', () => {
	expect(outcomeOf(['approve'])).toBeNull();
	expect(outcomeOf(['approve', 'refuse'])).toBeNull();
	expect(outcomeOf(['approve', 'conflict', 'refuse', 'approve'])).toBe('approved');
	expect(outcomeOf(['refuse', 'refuse'])).toBe('refused');
	expect([40, 29, 8, 6, 1].map((days) => reminderDue(days, null))).toEqual([null, 30, 30, 7, 7]);
	expect([reminderDue(20, 30), reminderDue(5, 30), reminderDue(3, 7)]).toEqual([null, 7, null]);
});

test('what is applied with must be there, must be one’s own, and comes once at a time', async () => {
	const item = await anItem(db, { authorId: ben.id });
	const own = await anItem(db, { authorId: ada.id });
	const code = (input: object) =>
		applyAsExpert(db, ada.actor, input as never).then(
			() => 'taken',
			(error) => error.code,
		);
	const evidence = (one: object) => application(undefined, { evidence: [{ title: 'It', ...one }] });
	expect(await code(application(['no-such-tag']))).toBe('experts.tag_unknown');
	expect(await code(application([]))).toBe('common.invalid_input');
	expect(await code(application(undefined, { statement: 'short' }))).toBe('common.invalid_input');
	expect(await code(application(undefined, { evidence: [] }))).toBe('common.invalid_input');
	expect(await code(evidence({ kind: 'link', body: 'javascript:alert(1)' }))).toBe('common.invalid_input');
	expect(await code(evidence({ kind: 'item', itemId: item.id }))).toBe('experts.item_not_own');
	expect(await code(evidence({ kind: 'certificate', body: 'somebody-elses' }))).toBe(
		'experts.certificate_not_own',
	);
	expect(await code(evidence({ kind: 'file', mediaId: 999_999 }))).toBe('media.not_found');
	await expect(applyAsExpert(db, visitor, application())).rejects.toMatchObject({
		code: 'common.sign_in_required',
	});
	expect(await code(evidence({ kind: 'item', itemId: own.id }))).toBe('taken');
	expect(await code(application())).toBe('experts.waiting_already');
	const [mine] = (await readOwnStanding(db, ada.actor)).applications;
	await expect(withdrawApplication(db, ben.actor, mine!.id)).rejects.toMatchObject({
		code: 'experts.application_not_found',
	});
	await withdrawApplication(db, ada.actor, mine!.id);
	await expect(withdrawApplication(db, ada.actor, mine!.id)).rejects.toMatchObject({
		code: 'experts.decided_already',
	});
});

test('an application is judged by two who may, not by who made it, and nobody else reads it', async () => {
	const { id } = await applyAsExpert(db, ada.actor, application());
	const refused = (actor: typeof ada.actor, input: object = approve) =>
		reviewApplication(db, actor, id, input as never).then(
			() => 'counted',
			(error) => error.code,
		);
	expect(await refused(ben.actor)).toBe('experts.not_a_reviewer');
	expect(await refused({ ...ada.actor, role: 'admin' })).toBe('experts.own_application');
	expect(await refused(moderator.actor, { verdict: 'approve', reason: '' })).toBe('common.invalid_input');
	await expect(readApplication(db, ben.actor, id)).rejects.toMatchObject({
		code: 'experts.application_not_found',
	});
	expect((await listApplications(db, moderator.actor)).items.map((one) => one.id)).toContain(id);
	await expect(listApplications(db, ben.actor)).rejects.toMatchObject({ code: 'experts.not_a_reviewer' });

	expect(await reviewApplication(db, moderator.actor, id, approve)).toBeNull();
	expect(await refused(moderator.actor)).toBe('experts.reviewed_already');
	// A verdict is given without knowing the other's; who applied sees none before the decision.
	expect((await readApplication(db, second.actor, id)).reviews).toEqual([]);
	expect((await readApplication(db, ada.actor, id)).reviews).toEqual([]);
	expect((await findPerson(db, ada.handle))?.expert).toBe(false);
	expect(await reviewApplication(db, second.actor, id, approve)).toBe('approved');
	expect(await refused((await aPerson(db, { role: 'admin' })).actor)).toBe('experts.decided_already');

	expect((await findPerson(db, ada.handle))?.expert).toBe(true);
	const shown = await findExpert(db, ada.id);
	expect(shown).toMatchObject({ tags: ['postgresql'], languages: ['en'], answerHours: null, question: null });
	// Only what was chosen to be shown, and never the private note.
	expect(shown!.evidence.map(({ title }) => title)).toEqual(['Work']);
	expect(JSON.stringify(shown)).not.toContain('employer');
	const seen = await readApplication(db, ada.actor, id);
	expect(seen.reviews.map(({ reviewer, reason }) => [reviewer, reason])).toEqual([
		[null, approve.reason],
		[null, approve.reason],
	]);
	expect(await changes(ada.id)).toEqual(['applied', 'withdrawn', 'applied', 'approved']);
});

test('verdicts at the same moment make one decision', async () => {
	const { id } = await applyAsExpert(db, cleo.actor, application(['rust']));
	const judges = await Promise.all([1, 2, 3].map(() => aPerson(db, { role: 'moderator' })));
	const came = await Promise.allSettled(judges.map(({ actor }) => reviewApplication(db, actor, id, approve)));
	expect(came.filter((one) => one.status === 'fulfilled' && one.value === 'approved')).toHaveLength(1);
	expect((await changes(cleo.id)).filter((change) => change === 'approved')).toHaveLength(1);
});

test('an expert reviews in their own tags, unless they say that they are too near', async () => {
	const { id } = await applyAsExpert(db, ben.actor, application(['postgresql']));
	expect((await readApplication(db, ada.actor, id)).mayReview).toBe(true);
	await expect(readApplication(db, cleo.actor, id)).rejects.toMatchObject({
		code: 'experts.application_not_found',
	});
	expect((await listApplications(db, ada.actor)).items.map((one) => one.id)).toEqual([id]);
	expect((await listApplications(db, cleo.actor)).items).toEqual([]);
	await reviewApplication(db, ada.actor, id, { verdict: 'conflict', reason: 'We share a desk.' });
	await reviewApplication(db, moderator.actor, id, { verdict: 'refuse', reason: 'Too little to go by.' });
	expect(await reviewApplication(db, second.actor, id, { verdict: 'refuse', reason: 'Too little.' })).toBe(
		'refused',
	);
	await expect(applyAsExpert(db, ben.actor, application())).rejects.toMatchObject({
		code: 'experts.too_soon',
		params: { days: 30 },
	});
	travel(31 * 86_400_000);
	await withdrawApplication(db, ben.actor, (await applyAsExpert(db, ben.actor, application())).id);
});

test('the directory finds by tag, language, price and answer time', async () => {
	await db
		.insertInto('offers')
		.values({
			sells: 'question',
			person_id: ada.id,
			amount: 5000,
			currency: 'CNY',
			terms: JSON.stringify({ hours: 48, listenAmount: null }),
		})
		.execute();
	await db.updateTable('experts').set({ answer_hours: 5 }).where('user_id', '=', ada.id).execute();
	const found = async (filter: object) =>
		(await listExperts(db, filter)).items.map(({ person }) => person.id).sort((a, b) => a - b);
	const both = [ada.id, cleo.id].sort((a, b) => a - b);
	expect(await found({})).toEqual(both);
	expect(await found({ tag: 'postgresql' })).toEqual([ada.id]);
	expect(await found({ tag: 'paint' })).toEqual([]);
	expect(await found({ language: 'en' })).toEqual(both);
	expect(await found({ language: 'zh-CN' })).toEqual([]);
	expect(await found({ sells: 'question' })).toEqual([ada.id]);
	expect(await found({ most: { amount: 5000, currency: 'CNY' } })).toEqual([ada.id]);
	expect(await found({ most: { amount: 4999, currency: 'CNY' } })).toEqual([]);
	expect(await found({ answersWithin: 4 })).toEqual([]);
	expect(await found({ answersWithin: 6 })).toEqual([ada.id]);
	const first = await listExperts(db, { limit: 1 });
	const next = await listExperts(db, { limit: 1, cursor: first.next });
	expect([...first.items, ...next.items].map(({ person }) => person.id).sort((a, b) => a - b)).toEqual(both);
	expect(next.next).toBeNull();
});

test('time runs out after two reminders; who renews stays without a break', async () => {
	const dora = await aPerson(db);
	await verified(dora, ['paint']);
	const day = 86_400_000;
	travel((VALID_DAYS - 29) * day);
	await expireExperts(db);
	await expireExperts(db);
	expect((await changes(dora.id)).filter((one) => one === 'reminded')).toHaveLength(1);
	travel((VALID_DAYS - 6) * day);
	await expireExperts(db);
	expect((await changes(dora.id)).filter((one) => one === 'reminded')).toHaveLength(2);
	await verified(dora, ['paint', 'rust']);
	travel((VALID_DAYS + 1) * day);
	await expireExperts(db);
	expect(await findExpert(db, dora.id)).toMatchObject({ tags: ['paint', 'rust'] });
	expect((await readOwnStanding(db, dora.actor)).applications[0]).toMatchObject({
		renews: true,
		status: 'approved',
	});
	travel((VALID_DAYS * 2 + 1) * day);
	await expireExperts(db);
	expect(await findExpert(db, dora.id)).toBeNull();
	expect((await findPerson(db, dora.handle))?.expert).toBe(false);
	expect(await changes(dora.id)).toContain('expired');
});

test('staff revoke with a reason, not themselves; the mark is gone at once', async () => {
	const ed = await aPerson(db);
	await verified(ed);
	await expect(revokeExpert(db, ada.actor, ed.id, { reason: 'No.' })).rejects.toMatchObject({
		code: 'common.forbidden',
	});
	await expect(revokeExpert(db, moderator.actor, ed.id, { reason: '' })).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
	await expect(
		revokeExpert(db, { ...ed.actor, role: 'admin' }, ed.id, { reason: 'Me.' }),
	).rejects.toMatchObject({
		code: 'experts.own_application',
	});
	await revokeExpert(db, moderator.actor, ed.id, { reason: 'The talk was somebody else’s.' });
	expect(await findExpert(db, ed.id)).toBeNull();
	expect((await readOwnStanding(db, ed.actor)).expert).toMatchObject({
		status: 'revoked',
		revokedReason: 'The talk was somebody else’s.',
	});
	await expect(revokeExpert(db, moderator.actor, ed.id, { reason: 'Again.' })).rejects.toMatchObject({
		code: 'experts.expert_not_found',
	});
	await expect(applyAsExpert(db, ed.actor, application())).rejects.toMatchObject({
		code: 'experts.too_soon',
	});
	expect((await listAllExperts(db, moderator.actor)).find(({ person }) => person.id === ed.id)?.status).toBe(
		'revoked',
	);
	await expect(listAllExperts(db, ada.actor)).rejects.toMatchObject({ code: 'common.forbidden' });
});
