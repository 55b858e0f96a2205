import { afterAll, afterEach, expect, test } from 'vitest';
import { type Claims, type Fault, openProvider } from '../../../../e2e/provider.ts';
import type { Actor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { readConfig } from '../../platform/config.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { openOutside } from '../../platform/outside.ts';
import { openRateLimiter } from '../../platform/rate-limit.ts';
import { settingsSchema } from '../../platform/settings/index.ts';
import { beginElsewhere, loadAuth, openIdentities } from '../accounts/index.ts';
import { aCourse } from '../courses/testing.ts';
import { may } from '../entitlements/index.ts';
import { aPerson } from '../items/testing.ts';
import {
	createTeam,
	dropDomain,
	dropSignOn,
	findOrganisation,
	findSignOn,
	findSignOnFor,
	finishSignOn,
	lapseMembers,
	listOrganisationMembers,
	readSignOn,
	readySignOn,
	removeMember,
	type SignOnInput,
	setSignOn,
} from './index.ts';
import { anOrganisation, type OrganisationBuilt } from './testing.ts';

const { db } = await testDatabase();
const provider = await openProvider();
const other = await openProvider();
afterAll(() => {
	provider.close();
	other.close();
});
afterEach(() => travel(0));

const origin = 'http://localhost:3000';
const secret = 'a secret that is long enough for tests';
const auth = await loadAuth(db, readConfig({}), secret, origin);
const tools = {
	secret,
	outside: openOutside([provider, other].map(({ issuer }) => new URL(issuer).host)),
};
const signIn = { db, auth, limiter: openRateLimiter(), settings: settingsSchema.parse({}) };

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => (error instanceof AppError ? error.code : Promise.reject(error)),
	);

async function behave(behaviour: { claims?: Claims; fault?: Fault | null }, at = provider): Promise<void> {
	await fetch(`${at.issuer}/behave`, { method: 'PUT', body: JSON.stringify({ fault: null, ...behaviour }) });
}

async function proved(organisation: OrganisationBuilt, domain: string): Promise<void> {
	await db
		.insertInto('organisation_domains')
		.values({ organisation_id: organisation.id, domain, mailbox: 'admin', verified_at: new Date() })
		.execute();
}

const settings = (domains: string[], more: Partial<SignOnInput> = {}): SignOnInput => ({
	issuer: provider.issuer,
	clientId: provider.client.id,
	clientSecret: provider.client.secret,
	domains,
	...more,
});

/** A browser's cookies, as far as a test needs them. */
class Jar {
	readonly cookies = new Map<string, string>();
	take(lines: string[]): void {
		for (const line of lines) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
			this.cookies.set(name!, value!);
		}
	}
	headers(): Headers {
		return new Headers({
			cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
			origin,
		});
	}
}

/** From the button to where it ends, with a browser's cookies. @returns the address it ends on */
async function walk(slug: string, jar = new Jar(), { link = false, carry = jar } = {}): Promise<URL> {
	const way = (await findSignOn(db, slug))!;
	await readySignOn(db, auth, way.provider, tools);
	const begun = await beginElsewhere(
		signIn,
		{
			provider: { id: way.provider, name: way.name },
			next: `/organisations/${slug}/sign-on/done`,
			failed: `/organisations/${slug}/sign-on`,
			locale: 'en',
			link,
		},
		jar.headers(),
		'127.0.0.1',
	);
	jar.take(begun.cookies);
	const question = await (await fetch(begun.url)).text();
	const allow = /id="allow" href="([^"]+)"/.exec(question)![1]!.replaceAll('&amp;', '&');
	const answer = await auth.handler(new Request(allow, { headers: carry.headers() }));
	carry.take(answer.headers.getSetCookie());
	return new URL(answer.headers.get('location') ?? 'about:blank', origin);
}

async function whoIs(jar: Jar): Promise<Actor | null> {
	const { actor } = await openIdentities(db).identifyBrowser(jar.headers());
	return actor.userId === null ? null : actor;
}

/** Somebody who is signed in with a password, or would be. */
async function signedIn(userId: number): Promise<Jar> {
	const context = await auth.$context;
	const session = await context.internalAdapter.createSession(String(userId));
	const { makeSignature } = await import('better-auth/crypto');
	const jar = new Jar();
	jar.cookies.set(
		'stoa.session_token',
		encodeURIComponent(`${session.token}.${await makeSignature(session.token, context.secret)}`),
	);
	return jar;
}

const claims = (sub: string, email: string, more: Partial<Claims> = {}): Claims => ({
	sub,
	email,
	email_verified: true,
	name: sub,
	...more,
});

test('an issuer must be public, be itself, and speak for domains that were proved', async () => {
	const organisation = await anOrganisation(db, { members: 1 });
	const { owner, slug, members } = organisation;
	await proved(organisation, 'harbour.example');
	const set = (input: Partial<SignOnInput>, actor = owner.actor, given = tools) =>
		code(setSignOn(db, actor, slug, { ...settings(['harbour.example']), ...input }, given));
	const fields = await setSignOn(
		db,
		owner.actor,
		slug,
		settings(['harbour.example'], { issuer: 'http://127.0.0.1:1/' }),
		tools,
	).catch((error: AppError) => error.fields);
	expect(fields).toEqual({ issuer: 'organisations.issuer_not_public' });
	for (const issuer of [
		'https://localhost/',
		'https://169.254.169.254/latest',
		'https://[::1]/',
		'http://id.example.com',
	])
		expect([issuer, await set({ issuer })]).toEqual([issuer, 'organisations.issuer_not_public']);
	expect(await set({ issuer: 'ftp://id.example.com' })).toBe('common.invalid_input');
	// What the operator did not name is refused although it answers.
	expect(await set({}, owner.actor, { secret, outside: openOutside() })).toBe(
		'organisations.issuer_not_public',
	);
	expect(await set({ issuer: `${provider.issuer}/` })).toBe('organisations.issuer_unfit');
	expect(await set({ domains: ['lake.example'] })).toBe('organisations.sign_on_domains');
	expect(await set({ domains: [] })).toBe('common.invalid_input');
	expect(await set({}, members[0]!.actor)).toBe('common.forbidden');
	await behave({ fault: 'down' });
	expect(await set({})).toBe('organisations.issuer_unreachable');
	await behave({});
	expect(await set({ clientSecret: '' })).toBe('organisations.issuer_unfit');
	expect(await set({})).toBe('done');
	expect(JSON.stringify(await readSignOn(db, owner.actor, slug))).not.toContain(provider.client.secret);
	expect(JSON.stringify(await db.selectFrom('organisation_sign_ons').selectAll().execute())).not.toContain(
		provider.client.secret,
	);
	// The secret stays as it is when none is typed.
	expect(await set({ clientSecret: '', teamClaim: 'groups' })).toBe('done');
	expect(await code(dropDomain(db, owner.actor, slug, 'harbour.example'))).toBe(
		'organisations.domain_in_use',
	);
	expect([await findSignOnFor(db, 'x@Harbour.example'), await findSignOnFor(db, 'x@lake.example')]).toEqual([
		slug,
		null,
	]);
	await dropSignOn(db, owner.actor, slug);
	expect(await findSignOn(db, slug)).toBe(null);
});

test('whoever comes by the sign-on is a member, in the teams that it names', async () => {
	const organisation = await anOrganisation(db);
	const { owner, slug, spaceId } = organisation;
	await proved(organisation, 'pier.example');
	await setSignOn(db, owner.actor, slug, settings(['pier.example'], { teamClaim: 'groups' }), tools);
	await createTeam(db, owner.actor, slug, { name: 'Engineering', claim: 'eng' });
	await createTeam(db, owner.actor, slug, { name: 'Sales', claim: 'sales' });
	await behave({ claims: claims('grace', 'Grace@pier.example', { groups: ['eng', 'other'] }) });
	const jar = new Jar();
	expect((await walk(slug, jar)).pathname).toBe(`/organisations/${slug}/sign-on/done`);
	const grace = (await whoIs(jar))!;
	expect(grace).toMatchObject({ role: 'member', emailVerified: true });
	await finishSignOn(db, grace, slug);
	const teams = async () =>
		(await listOrganisationMembers(db, owner.actor, slug)).items
			.find(({ userId }) => userId === grace.userId)
			?.teams.map(({ name }) => name);
	expect(await teams()).toEqual(['Engineering']);
	const inside = await aCourse(db, { author: owner, spaceId });
	expect((await may(db, grace, 'read', [{ id: inside.id }])).get(inside.id)).toBe('full');

	// The next time it is the same person, who has changed teams.
	await behave({ claims: claims('grace', 'grace.h@pier.example', { groups: ['sales'] }) });
	const again = new Jar();
	await walk(slug, again);
	expect((await whoIs(again))?.userId).toBe(grace.userId);
	await finishSignOn(db, grace, slug);
	expect(await teams()).toEqual(['Sales']);

	// A proof is taken while it is fresh, and by whom it is about.
	travel(6 * 60_000);
	expect(await code(finishSignOn(db, grace, slug))).toBe('organisations.sign_on_not_proved');
	expect(await code(finishSignOn(db, owner.actor, slug))).toBe('organisations.sign_on_not_proved');
	await removeMember(
		db,
		owner.actor,
		slug,
		(await listOrganisationMembers(db, owner.actor, slug)).items.find(
			({ userId }) => userId === grace.userId,
		)!.handle,
	);
	expect(
		await db
			.selectFrom('identities')
			.select('id')
			.where('user_id', '=', grace.userId!)
			.where('provider_id', 'like', 'org-%')
			.execute(),
	).toEqual([]);
});

test('an answer that is not proved, or speaks for another domain, signs nobody in', async () => {
	const organisation = await anOrganisation(db);
	await proved(organisation, 'quay.example');
	await setSignOn(db, organisation.owner.actor, organisation.slug, settings(['quay.example']), tools);
	const people = async () =>
		(
			await db
				.selectFrom('users')
				.select((eb) => eb.fn.countAll<number>().as('n'))
				.executeTakeFirstOrThrow()
		).n;
	const before = await people();
	const refused = async () => {
		const jar = new Jar();
		const { pathname, searchParams } = await walk(organisation.slug, jar);
		expect(await whoIs(jar)).toBe(null);
		return [pathname, searchParams.get('error')];
	};
	const mine = claims('eve', 'eve@quay.example');
	const failed = `/organisations/${organisation.slug}/sign-on`;
	for (const fault of ['audience', 'issuer', 'expired', 'signature', 'algorithm', 'nonce'] as const) {
		await behave({ fault, claims: mine });
		expect([fault, ...(await refused())]).toEqual([fault, failed, 'unable_to_get_user_info']);
	}
	await behave({ fault: 'spent', claims: mine });
	expect(await refused()).toEqual([failed, 'invalid_code']);
	for (const stranger of [
		claims('eve', 'eve@elsewhere.example'),
		claims('eve', 'eve@quay.example.evil.example'),
		claims('eve', 'eve@quay.example', { email_verified: false }),
		{ sub: 'eve' },
	]) {
		await behave({ claims: stranger });
		expect([stranger, ...(await refused())]).toEqual([stranger, failed, 'unable_to_get_user_info']);
	}
	expect(await people()).toBe(before);
});

test('an answer is good in the browser that asked alone, so nobody is signed in as somebody else', async () => {
	const organisation = await anOrganisation(db);
	await proved(organisation, 'mole.example');
	await setSignOn(db, organisation.owner.actor, organisation.slug, settings(['mole.example']), tools);
	await behave({ claims: claims('attacker', 'attacker@mole.example') });
	const victim = new Jar();
	const { searchParams } = await walk(organisation.slug, new Jar(), { carry: victim });
	expect(searchParams.get('error')).toMatch(/^state_/);
	expect(await whoIs(victim)).toBe(null);
});

test('an address alone opens no account: its owner signs in and connects it, and staff never', async () => {
	const organisation = await anOrganisation(db);
	const { slug } = organisation;
	await proved(organisation, 'dock.example');
	await setSignOn(db, organisation.owner.actor, slug, settings(['dock.example']), tools);
	const ada = await aPerson(db);
	await db.updateTable('users').set({ email: 'ada@dock.example' }).where('id', '=', ada.id).execute();
	await behave({ claims: claims('ada-there', 'ada@dock.example') });
	const thief = new Jar();
	expect((await walk(slug, thief)).searchParams.get('error')).toBe('account_not_linked');
	expect(await whoIs(thief)).toBe(null);

	const own = await signedIn(ada.id);
	expect((await walk(slug, own, { link: true })).pathname).toBe(`/organisations/${slug}/sign-on/done`);
	await finishSignOn(db, ada.actor, slug);
	const later = new Jar();
	await walk(slug, later);
	expect((await whoIs(later))?.userId).toBe(ada.id);
	// Somebody else does not take the same subject for themselves.
	const bo = await aPerson(db);
	expect((await walk(slug, await signedIn(bo.id), { link: true })).searchParams.get('error')).toBe(
		'account_already_linked_to_different_user',
	);

	const chief = await aPerson(db, { role: 'admin' });
	await behave({ claims: claims('chief', 'chief@dock.example') });
	expect((await walk(slug, await signedIn(chief.id), { link: true })).searchParams.get('error')).toBe(
		'unable_to_get_user_info',
	);
	// Who became staff later is not opened any more either.
	await db.updateTable('users').set({ role: 'moderator' }).where('id', '=', ada.id).execute();
	await behave({ claims: claims('ada-there', 'ada@dock.example') });
	const late = new Jar();
	expect((await walk(slug, late)).searchParams.get('error')).toBe('unable_to_get_user_info');
	expect(await whoIs(late)).toBe(null);
});

test('with another issuer nobody is who they were: a second provider cannot claim the subjects of the first', async () => {
	const organisation = await anOrganisation(db);
	const { owner, slug } = organisation;
	await proved(organisation, 'reef.example');
	await setSignOn(db, owner.actor, slug, settings(['reef.example']), tools);
	await behave({ claims: claims('1', 'first@reef.example') });
	const first = new Jar();
	await walk(slug, first);
	const person = await whoIs(first);
	await setSignOn(db, owner.actor, slug, settings(['reef.example'], { issuer: other.issuer }), tools);
	await behave({ claims: claims('1', 'second@reef.example') }, other);
	const second = new Jar();
	await walk(slug, second);
	const newcomer = await whoIs(second);
	expect(newcomer?.userId).toBeTypeOf('number');
	expect(newcomer?.userId).not.toBe(person?.userId);
	await setSignOn(
		db,
		owner.actor,
		slug,
		settings(['reef.example'], { issuer: other.issuer, active: false }),
		tools,
	);
	const way = (await readSignOn(db, owner.actor, slug))!;
	expect(await readySignOn(db, auth, way.provider, tools)).toBe(false);
});

test('where the sign-on is a must, who has not come by it for too long is out until they do; owners are not', async () => {
	const person = await aPerson(db);
	const organisation = await anOrganisation(db, { members: [person] });
	const { owner, slug, spaceId } = organisation;
	await proved(organisation, 'cape.example');
	const inside = await aCourse(db, { author: owner, spaceId });
	const reads = async () => (await may(db, person.actor, 'read', [{ id: inside.id }])).get(inside.id);
	expect(await reads()).toBe('full');
	await setSignOn(db, owner.actor, slug, settings(['cape.example'], { enforced: true, validDays: 7 }), tools);
	expect(await reads()).toBe('none');
	expect(await findOrganisation(db, person.actor, slug)).toMatchObject({
		mustSignOn: true,
		can: { see: true, report: false },
	});
	expect(await findOrganisation(db, owner.actor, slug)).toMatchObject({
		mustSignOn: false,
		can: { own: true },
	});

	await behave({ claims: claims('person', 'person@cape.example') });
	await walk(slug, await signedIn(person.id), { link: true });
	await finishSignOn(db, person.actor, slug);
	expect([await reads(), (await findOrganisation(db, person.actor, slug))?.mustSignOn]).toEqual([
		'full',
		false,
	]);
	travel(8 * 86_400_000);
	expect((await findOrganisation(db, person.actor, slug))?.mustSignOn).toBe(true);
	expect(await lapseMembers(db)).toBe(1);
	expect(await reads()).toBe('none');
});
